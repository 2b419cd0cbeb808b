/// People who share home, office, week and means of travel.
public struct PeopleGroup: Sendable, Equatable {
  public var home: Int
  public var office: Int
  public var people: Double
  /// Position among the kinds of travellers of a `MixTable`.
  public var traveller: Int
  /// Position in the model's week plans.
  public var plan: Int
  /// Spaces that they may use, by position; `nil` is all of them.
  public var sites: [Int]?

  public init(
    home: Int, office: Int, people: Double, traveller: Int = 0, plan: Int = 0, sites: [Int]? = nil
  ) {
    self.home = home
    self.office = office
    self.people = people
    self.traveller = traveller
    self.plan = plan
    self.sites = sites
  }
}

/// A central office as the model knows it.
public struct ModelOffice: Sendable, Equatable {
  public var id: String
  public var quarter: String

  public init(id: String, quarter: String) {
    self.id = id
    self.quarter = quarter
  }
}

/// A space as the model knows it.
public struct ModelSite: Sendable, Equatable {
  public var id: String
  public var quarter: String
  /// Seats on each weekday, 0 where it is closed; `nil` is no limit.
  public var seats: [Double?]
  /// What a day there costs whoever pays for it.
  public var priceEuroPerDay: Double

  /// Whether it has a seat for anybody on any weekday.
  public var opensAtAll: Bool { seats.contains { $0 != 0 } }

  public init(
    id: String, quarter: String, seats: [Double?] = Array(repeating: nil, count: 7),
    priceEuroPerDay: Double = 0
  ) {
    self.id = id
    self.quarter = quarter
    self.seats = seats
    self.priceEuroPerDay = priceEuroPerDay
  }
}
