namespace RecTools.Algorithms;

/// <summary>One draw of everything that the factors of a user follow from, given his ratings.</summary>
/// <param name="Items">Offsets and factors of the items.</param>
/// <param name="Precision">Precision of users around what is expected of them, over that of the ratings; padded.</param>
/// <param name="Mean">What is expected of a user with neither history nor features, padded.</param>
/// <param name="Weights">What each item of the history and then each feature adds to it; no rows where neither counts.</param>
internal sealed record FactorDraw(AlsSide Items, float[] Precision, float[] Mean, FactorMatrix Weights)
{
    /// <summary>Writes everything.</summary>
    public void Save(BinaryWriter writer)
    {
        Items.Save(writer);
        ModelContent.WriteArray<float>(writer, Precision);
        ModelContent.WriteArray<float>(writer, Mean);
        Weights.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The parts do not fit together.</exception>
    public static FactorDraw Load(BinaryReader reader)
    {
        var draw = new FactorDraw(AlsSide.Load(reader), ModelContent.ReadArray<float>(reader), ModelContent.ReadArray<float>(reader), FactorMatrix.Load(reader));
        var stride = draw.Items.Vectors.Stride;
        return draw.Precision.Length == stride * stride && draw.Mean.Length == stride && draw.Weights.Stride == stride
            ? draw
            : throw new InvalidDataException("The parts of a draw do not fit together.");
    }
}
