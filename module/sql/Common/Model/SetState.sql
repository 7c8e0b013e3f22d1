UPDATE {rec}Model SET State = @State WHERE RunId = @RunId;
