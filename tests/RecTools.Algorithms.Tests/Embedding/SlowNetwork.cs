using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The network written down plainly, in double precision, over the same arrays: what the fast one is held against.</summary>
internal sealed class SlowNetwork
{
    private readonly NetworkShape shape;
    private readonly SparseMatrix? features;
    private readonly OutputScale scale;

    public SlowNetwork(EmbeddingWeights weights, SparseMatrix? features, OutputScale scale)
    {
        (shape, this.features, this.scale) = (weights.Shape, features, scale);
        Users = Array.ConvertAll(weights.Users.Values, value => (double)value);
        Items = Array.ConvertAll(weights.Items.Values, value => (double)value);
        Features = Array.ConvertAll(weights.Features.Values, value => (double)value);
        UserBias = Array.ConvertAll(weights.UserBias, value => (double)value);
        ItemBias = Array.ConvertAll(weights.ItemBias, value => (double)value);
        Network = Array.ConvertAll(weights.Network.Span.ToArray(), value => (double)value);
    }

    public double[] Users { get; }

    public double[] Items { get; }

    public double[] Features { get; }

    public double[] UserBias { get; }

    public double[] ItemBias { get; }

    public double[] Network { get; }

    /// <summary>The output before it becomes a rating or a chance.</summary>
    public double Output(int user, int item)
    {
        var half = shape.HalfWidth;
        var of = new double[2 * half];
        for (var k = 0; k < half; k++)
        {
            of[k] = Users[(user * shape.Stride) + k];
            of[half + k] = Items[(item * shape.Stride) + k];
            for (var i = features?.RowStart[item] ?? 0; i < (features?.RowStart[item + 1] ?? 0); i++)
            {
                of[half + k] += features!.Value[i] * Features[(features.Column[i] * shape.Stride) + k];
            }
        }

        var output = Network[shape.Level] + UserBias[user] + ItemBias[item];
        for (var k = 0; shape.HasDotProduct && k < half; k++)
        {
            output += Network[shape.DotStart + k] * of[k] * of[half + k];
        }

        var last = of;
        for (var layer = 0; layer < shape.Layers.Length; layer++)
        {
            var next = new double[shape.Layers[layer]];
            for (var j = 0; j < next.Length; j++)
            {
                next[j] = Network[shape.BiasStart(layer) + j];
                for (var i = 0; i < last.Length; i++)
                {
                    next[j] += last[i] * Network[shape.WeightStart(layer) + (PlaceOf(layer, i) * shape.Widths[layer + 1]) + j];
                }

                next[j] = Math.Max(0, next[j]);
            }

            last = next;
        }

        for (var i = 0; shape.HasOutputWeights && i < last.Length; i++)
        {
            output += last[i] * Network[shape.OutputStart + PlaceOf(shape.Layers.Length, i)];
        }

        return output;
    }

    /// <summary>Mean loss of some examples.</summary>
    public double Loss((int User, int Item, float Target)[] examples) => examples.Average(example =>
    {
        var chance = 1 / (1 + Math.Exp(-Output(example.User, example.Item)));
        var share = ((double)example.Target - scale.Low) / ((double)scale.High - scale.Low);
        return scale.Aim == EmbeddingAim.Rating
            ? Math.Pow(chance - share, 2)
            : -(share * Math.Log(chance)) - ((1 - share) * Math.Log(1 - chance));
    });

    /// <summary>Derivative of the loss by one number of one of the arrays, by central differences.</summary>
    public double Slope(double[] numbers, int place, (int User, int Item, float Target)[] examples)
    {
        const double Step = 1e-5;
        var own = numbers[place];
        numbers[place] = own + Step;
        var above = Loss(examples);
        numbers[place] = own - Step;
        var below = Loss(examples);
        numbers[place] = own;
        return (above - below) / (2 * Step);
    }

    // The item's half of the input begins behind the padding of the user's.
    private int PlaceOf(int layer, int input) => layer == 0 && input >= shape.HalfWidth ? input - shape.HalfWidth + shape.Stride : input;
}
