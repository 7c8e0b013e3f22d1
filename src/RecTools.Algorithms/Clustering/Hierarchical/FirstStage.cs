namespace RecTools.Algorithms;

/// <summary>Puts many points into groups that a tree is then made of.</summary>
/// <param name="points">The points.</param>
/// <param name="groupCount">Groups wanted; fewer may come back.</param>
/// <param name="context">Threads, seed, observer.</param>
internal delegate Clustering FirstStage(PointMatrix points, int groupCount, FitContext context);
