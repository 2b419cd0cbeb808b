public import Foundation
public import Geography
public import Impact
public import ImpactModel
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
      openSeconds = site.openingHours.spans.map { $0.map { [$0.lowerBound, $0.upperBound] } }
    }
  }

  public init(_ site: Site, _ evaluated: CandidateEvaluation.Evaluated, hasGains: Bool) {
    self.site = Candidate(site)
    result = evaluated.result
    gains = hasGains ? GroupGains(evaluated.gains) : nil
  }
}

/// Hours that a day in a site saves each person of some groups, as bytes: for each group its position
/// (UInt32) and its hours (Float32), little endian.
public struct GroupGains: Codable, Sendable, Equatable {
  private var bytes: Data

  private static let entryBytes = 8

  public init(_ gains: [LoneSpace.Gain]) {
    bytes = Data(capacity: gains.count * Self.entryBytes)
    for gain in gains {
      withUnsafeBytes(of: UInt32(gain.group).littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: Float(gain.hoursPerDay).bitPattern.littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
  }

  public init(from decoder: any Decoder) throws {
    bytes = try decoder.singleValueContainer().decode(Data.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bytes)
  }

  /// - Returns: `nil` where the bytes are damaged or name a group that there is not.
  public func entries(groupCount: Int) -> [(group: Int, hoursPerDay: Float)]? {
    guard bytes.count.isMultiple(of: Self.entryBytes) else { return nil }
    func word(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.startIndex + offset + $1]) << (8 * UInt32($1)) }
    }
    var entries: [(group: Int, hoursPerDay: Float)] = []
    for offset in stride(from: 0, to: bytes.count, by: Self.entryBytes) {
      let group = Int(word(offset))
      let hours = Float(bitPattern: word(offset + 4))
      guard group < groupCount, hours.isFinite else { return nil }
      entries.append((group, hours))
    }
    return entries
  }
}
