using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Likeness of items by who has them: the cosine of the factors of a small matrix factorisation, so that any model's items can be compared.</summary>
public sealed class InteractionLikeness : IItemLikeness
{
    private const int Factors = 16;
    private const int Sweeps = 5;
    private readonly FactorMatrix units;

    private InteractionLikeness(FactorMatrix units) => this.units = units;

    /// <summary>Learns it.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="context">Threads and seed.</param>
    public static InteractionLikeness Learn(SparseMatrix interactions, FitContext context)
    {
        var options = new ImplicitAlsOptions { Factors = Factors, Sweeps = Sweeps };
        var model = (ImplicitAlsModel)new ImplicitAls().Fit(interactions, options, context with { Observer = SilentObserver.Instance });
        var units = new FactorMatrix(model.ItemCount, Factors);
        for (var item = 0; item < units.Rows; item++)
        {
            var row = model.ItemVector(item);
            var norm = TensorPrimitives.Norm<float>(row);
            if (norm > 0)
            {
                TensorPrimitives.Divide(row, norm, units.Row(item));
            }
        }

        return new InteractionLikeness(units);
    }

    /// <inheritdoc/>
    public float Of(int item, int other) => TensorPrimitives.Dot<float>(units.PaddedRow(item), units.PaddedRow(other));
}
