import Foundation
public import ImpactModel

/// What a day in a site does for each person of some groups, as bytes: for each group its position
/// (UInt32), the hours that it saves and the minutes one way to the site (Float32), little endian.
public struct GroupGains: Codable, Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// Position among the groups of the evaluation.
    public var group: Int
    /// Of commuting, both ways.
    public var hoursPerDay: Float
    public var minutesOneWay: Float
  }

  private var bytes: [UInt8]

  private static let entryBytes = 12

  public init(_ gains: [LoneSpace.Gain]) {
    bytes = []
    bytes.reserveCapacity(gains.count * Self.entryBytes)
    for gain in gains {
      let words = [
        UInt32(gain.group), Float(gain.hoursPerDay).bitPattern,
        Float(gain.minutesOneWay).bitPattern,
      ]
      for word in words {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
  }

  public init(from decoder: any Decoder) throws {
    bytes = Array(try decoder.singleValueContainer().decode(Data.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes))
  }

  /// - Returns: `nil` where the bytes are damaged or name a group that there is not.
  public func entries(groupCount: Int) -> [Entry]? {
    guard bytes.count.isMultiple(of: Self.entryBytes) else { return nil }
    func word(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(bytes.count / Self.entryBytes)
    for offset in stride(from: 0, to: bytes.count, by: Self.entryBytes) {
      let entry = Entry(
        group: Int(word(offset)), hoursPerDay: Float(bitPattern: word(offset + 4)),
        minutesOneWay: Float(bitPattern: word(offset + 8)))
      guard entry.group < groupCount, entry.hoursPerDay.isFinite, entry.minutesOneWay.isFinite
      else { return nil }
      entries.append(entry)
    }
    return entries
  }
}
