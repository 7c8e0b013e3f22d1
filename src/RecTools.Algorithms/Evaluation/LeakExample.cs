namespace RecTools.Algorithms;

/// <summary>A test row that lies before a training row of the same user.</summary>
/// <param name="User">The user.</param>
/// <param name="Item">The item of the test row.</param>
/// <param name="TestTime">Time of the test row.</param>
/// <param name="LaterTime">Time of the user's latest training row.</param>
public readonly record struct LeakExample(int User, int Item, long TestTime, long LaterTime);
