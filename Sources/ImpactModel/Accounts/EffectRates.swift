/// What turns travel and days into effects. Defaults and sources stand in `ModelParameters`.
public struct EffectRates: Sendable, Equatable {
  public var weeksPerYear: Double
  /// People in a car on its way to work.
  public var carOccupancy: Double
  /// Grams of CO2 per passenger-kilometer.
  public var carGrams: Double
  public var trainGrams: Double
  public var metroGrams: Double
  public var tramGrams: Double
  public var busGrams: Double
  /// Shares of the kilometers and of the time saved that come back as other trips.
  public var reboundShareOfKilometers: Double
  public var reboundShareOfTime: Double
  /// What a person spends near the office on a day there, and the share of it that goes to the
  /// surroundings of the place where they work instead.
  public var spendingEuroPerOfficeDay: Double
  public var spendingShareElsewhere: Double

  public init(
    weeksPerYear: Double, carOccupancy: Double = 1, carGrams: Double = 0, trainGrams: Double = 0,
    metroGrams: Double = 0, tramGrams: Double = 0, busGrams: Double = 0,
    reboundShareOfKilometers: Double = 0, reboundShareOfTime: Double = 0,
    spendingEuroPerOfficeDay: Double = 0, spendingShareElsewhere: Double = 1
  ) {
    self.weeksPerYear = weeksPerYear
    self.carOccupancy = carOccupancy
    self.carGrams = carGrams
    self.trainGrams = trainGrams
    self.metroGrams = metroGrams
    self.tramGrams = tramGrams
    self.busGrams = busGrams
    self.reboundShareOfKilometers = reboundShareOfKilometers
    self.reboundShareOfTime = reboundShareOfTime
    self.spendingEuroPerOfficeDay = spendingEuroPerOfficeDay
    self.spendingShareElsewhere = spendingShareElsewhere
  }

  /// Tonnes of CO2 of what people travel; driven kilometers are those of people, not of cars.
  public func tonnes(_ load: TripLoad) -> Double {
    let grams =
      load.carKilometers * carGrams + load.trainKilometers * trainGrams
      + load.metroKilometers * metroGrams + load.tramKilometers * tramGrams
      + load.busKilometers * busGrams
    return grams / 1e6
  }
}
