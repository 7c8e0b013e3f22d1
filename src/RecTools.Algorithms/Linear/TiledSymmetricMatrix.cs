namespace RecTools.Algorithms;

/// <summary>A symmetric matrix in square tiles, of which only those on and above the diagonal are stored, each row by row.</summary>
/// <remarks>The order is padded to whole tiles; whoever fills the matrix puts ones on the padding's diagonal, so that it can be inverted.</remarks>
internal sealed unsafe class TiledSymmetricMatrix
{
    /// <summary>Side of a tile: three tiles of 64 KB stay in a core's second-level cache.</summary>
    public const int Side = 128;

    /// <summary>Numbers in a tile.</summary>
    public const int TileSize = Side * Side;

    private readonly AlignedBuffer[] tileRows;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="order">Rows and columns without the padding.</param>
    public TiledSymmetricMatrix(int order)
    {
        Order = order;
        Tiles = TilesFor(order);
        tileRows = new AlignedBuffer[Tiles];
        for (var row = 0; row < Tiles; row++)
        {
            tileRows[row] = new AlignedBuffer((Tiles - row) * TileSize);
        }
    }

    /// <summary>Rows and columns without the padding.</summary>
    public int Order { get; }

    /// <summary>Tiles in a row of tiles.</summary>
    public int Tiles { get; }

    /// <summary>Tiles that cover so many rows.</summary>
    public static int TilesFor(int order) => (order + Side - 1) / Side;

    /// <summary>A stored tile; valid as long as the matrix is.</summary>
    /// <param name="row">Row of tiles, at most <paramref name="column"/>.</param>
    /// <param name="column">Column of tiles.</param>
    public float* Tile(int row, int column) => tileRows[row].Start + ((long)(column - row) * TileSize);

    /// <summary>Where an element of a stored tile is.</summary>
    public float* Place(int row, int column) => Tile(row / Side, column / Side) + ((row % Side) * Side) + (column % Side);

    /// <summary>Copies a tile from either side of the diagonal.</summary>
    /// <param name="row">Row of tiles.</param>
    /// <param name="column">Column of tiles.</param>
    /// <param name="to">Room for a tile.</param>
    public void Copy(int row, int column, float* to)
    {
        if (row <= column)
        {
            new ReadOnlySpan<float>(Tile(row, column), TileSize).CopyTo(new Span<float>(to, TileSize));
        }
        else
        {
            Transpose(Tile(column, row), to);
        }
    }

    /// <summary>Writes a tile of either side of the diagonal.</summary>
    /// <param name="row">Row of tiles.</param>
    /// <param name="column">Column of tiles.</param>
    /// <param name="from">The tile.</param>
    public void Store(int row, int column, float* from)
    {
        if (row <= column)
        {
            new ReadOnlySpan<float>(from, TileSize).CopyTo(new Span<float>(Tile(row, column), TileSize));
        }
        else
        {
            Transpose(from, Tile(column, row));
        }
    }

    /// <summary>Writes the mirror image of a tile.</summary>
    public static void Transpose(float* from, float* to)
    {
        // Eight columns at a time: whole lines of the cache are read while few are written.
        const int Strip = 8;
        for (var first = 0; first < Side; first += Strip)
        {
            for (var row = 0; row < Side; row++)
            {
                for (var column = first; column < first + Strip; column++)
                {
                    to[(column * Side) + row] = from[(row * Side) + column];
                }
            }
        }
    }
}
