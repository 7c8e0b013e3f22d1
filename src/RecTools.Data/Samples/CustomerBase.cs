namespace RecTools.Data;

/// <summary>Makes the customers.</summary>
internal static class CustomerBase
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Amir", "Ana", "Bao", "Carla", "Chidi", "Dana", "Emil", "Fatima", "Greta", "Hugo", "Ines", "Ivan", "Jana", "Kofi", "Lena", "Liam", "Mara", "Mei", "Milan",
        "Nadia", "Noah", "Olga", "Omar", "Paula", "Priya", "Ravi", "Rosa", "Sami", "Sara", "Tara", "Tom", "Uma", "Vera", "Wen", "Yara", "Yusuf", "Zoe",
    ];

    private static readonly string[] LastNames =
    [
        "Adeyemi", "Andersen", "Bianchi", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kaya", "Kim", "Kowalski", "Larsen", "Lopez", "Marin",
        "Meyer", "Nguyen", "Novak", "Okafor", "Patel", "Petrov", "Rossi", "Santos", "Schmidt", "Silva", "Singh", "Smith", "Tanaka", "Weber", "Yilmaz", "Zhang",
    ];

    private static readonly string[] Cities = ["Aarhus", "Bergen", "Bologna", "Bristol", "Cork", "Ghent", "Graz", "Leeds", "Lyon", "Malmo", "Porto", "Tampere", "Turin", "Utrecht"];

    /// <summary>Makes the customers; groups come round in proportion to their shares.</summary>
    public static SampleCustomer[] Make(int count, SeededRandom random)
    {
        var customers = new SampleCustomer[count];
        for (var i = 0; i < count; i++)
        {
            var group = Pick(random.NextDouble());
            customers[i] = new SampleCustomer
            {
                Id = i + 1,
                Name = $"{FirstNames[random.Next(FirstNames.Length)]} {LastNames[random.Next(LastNames.Length)]}",
                City = Cities[random.Next(Cities.Length)],
                BirthYear = 1945 + random.Next(62),
                MemberSince = SampleShop.End.AddDays(-group.FirstDays - random.Next(60)).Date,
                Group = group,

                // Mean 1: a few customers do most of the business.
                Activity = Math.Exp((0.6 * random.NextGaussian()) - 0.18),
            };
        }

        return customers;
    }

    private static SampleGroup Pick(double share)
    {
        foreach (var group in SampleGroup.All)
        {
            share -= group.Share;
            if (share < 0)
            {
                return group;
            }
        }

        return SampleGroup.All[^1];
    }
}
