/// What makes a cost in euro of a way's time and distance. Defaults stand in `ModelParameters`.
public struct Prices: Sendable, Equatable {
  public var valueOfTimeEuroPerHour: Double
  public var waitWeight: Double
  public var walkWeight: Double
  public var changePenaltyMinutes: Double
  public var carEuroPerKilometer: Double
  public var trainEuroPerKilometer: Double
  /// Of a trip with metro, tram or bus and no train.
  public var urbanEuroPerTrip: Double
  /// Share of the price of public transport that the employer pays.
  public var employerShareOfTickets: Double
  /// Share of parking at work that the employee pays.
  public var employeeShareOfParking: Double

  public init(
    valueOfTimeEuroPerHour: Double, waitWeight: Double = 1, walkWeight: Double = 1,
    changePenaltyMinutes: Double = 0, carEuroPerKilometer: Double = 0,
    trainEuroPerKilometer: Double = 0, urbanEuroPerTrip: Double = 0,
    employerShareOfTickets: Double = 0, employeeShareOfParking: Double = 1
  ) {
    self.valueOfTimeEuroPerHour = valueOfTimeEuroPerHour
    self.waitWeight = waitWeight
    self.walkWeight = walkWeight
    self.changePenaltyMinutes = changePenaltyMinutes
    self.carEuroPerKilometer = carEuroPerKilometer
    self.trainEuroPerKilometer = trainEuroPerKilometer
    self.urbanEuroPerTrip = urbanEuroPerTrip
    self.employerShareOfTickets = employerShareOfTickets
    self.employeeShareOfParking = employeeShareOfParking
  }

  /// Out of pocket, one way.
  public func moneyEuro(_ skim: Skim) -> Double {
    let isTrain = skim.load.trainKilometers > 0
    let isUrban = skim.kind == .urban
    let ticket =
      (isTrain ? skim.load.trainKilometers * trainEuroPerKilometer : 0)
      + (isUrban ? urbanEuroPerTrip : 0)
    return skim.load.carKilometers * carEuroPerKilometer + ticket * (1 - employerShareOfTickets)
      + skim.parkingEuroPerDay / 2 * employeeShareOfParking
  }

  /// Weighed time × value of time, without money.
  public func timeEuro(_ skim: Skim) -> Double {
    let weighed =
      skim.seconds + (waitWeight - 1) * skim.waitSeconds + (walkWeight - 1) * skim.walkSeconds
      + skim.changes * changePenaltyMinutes * 60
    return weighed / 3600 * valueOfTimeEuroPerHour
  }
}
