public import Geography
public import Impact
public import Scenarios

/// A candidate with its result: one line of a file of rows.
public struct BatchRow: Codable, Sendable, Equatable {
  public var site: Candidate
  public var result: CandidateResult
  /// What a day there saves the people of each group, where asked for.
  public var gains: GroupGains?

  /// What of a candidate its result hangs on, and how tables name it.
  public struct Candidate: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var operatorName: String
    public var zone: String
    public var municipality: String
    public var coordinate: Coordinate
    public var seatsPerDay: Double?
    public var floorAreaSquareMeters: Double?
    public var priceEuroPerDay: Double?
    public var costEuroPerYear: Double?
    /// As OpenStreetMap writes them.
    public var openSeconds: [[Int]?]

    public init(_ site: Site) {
      id = site.id
      name = site.name
      operatorName = site.operatorName
      zone = site.zone
      municipality = site.municipality
      coordinate = site.coordinate
      seatsPerDay = site.seatsPerDay
      floorAreaSquareMeters = site.floorAreaSquareMeters
      priceEuroPerDay = site.priceEuroPerDay
      costEuroPerYear = site.costEuroPerYear
      openSeconds = site.openingHours.spans.map { $0.map { [$0.lowerBound, $0.upperBound] } }
    }
  }

  public init(_ site: Site, _ evaluated: CandidateEvaluation.Evaluated, hasGains: Bool) {
    self.site = Candidate(site)
    result = evaluated.result
    gains = hasGains ? GroupGains(evaluated.gains) : nil
  }
}
