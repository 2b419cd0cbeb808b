import Foundation
import Testing

@testable import ImpactModel
@testable import SiteBatch

@Suite struct GroupGainsTests {
  private let gains = [
    LoneSpace.Gain(group: 0, hoursPerDay: 0.5, minutesOneWay: 20, daysPerWeek: 1),
    LoneSpace.Gain(group: 258, hoursPerDay: 1.0 / 3, minutesOneWay: 0.1, daysPerWeek: 1),
    LoneSpace.Gain(group: 70_000, hoursPerDay: -2, minutesOneWay: 44, daysPerWeek: 1),
  ]

  private func coded(_ text: String) throws -> GroupGains {
    try JSONDecoder().decode(GroupGains.self, from: Data("\"\(text)\"".utf8))
  }

  @Test func gainsComeBackInHalfThePrecision() throws {
    let written = try JSONEncoder().encode(GroupGains(gains))
    let entries = try #require(
      JSONDecoder().decode(GroupGains.self, from: written).entries(groupCount: 70_001))
    #expect(entries.map(\.group) == [0, 258, 70_000])
    #expect(entries.map(\.hoursPerDay) == [0.5, Float(1.0 / 3), -2])
    #expect(entries.map(\.minutesOneWay) == [20, 0.1, 44])
    #expect(GroupGains([]).entries(groupCount: 0)?.isEmpty == true)
  }

  @Test func bytesAreLittleEndian() throws {
    // Group 258 = 0x0102; 0.5 is 0x3F000000, 2 is 0x40000000.
    let gain = LoneSpace.Gain(group: 258, hoursPerDay: 0.5, minutesOneWay: 2, daysPerWeek: 1)
    let bytes = Data([2, 1, 0, 0, 0, 0, 0, 0x3F, 0, 0, 0, 0x40]).base64EncodedString()
    #expect(try coded(bytes) == GroupGains([gain]))
  }

  @Test func damagedGainsAreNone() throws {
    // A group that there is not, eight bytes, and infinite numbers.
    #expect(GroupGains(gains).entries(groupCount: 70_000) == nil)
    #expect(
      try coded(Data(repeating: 0, count: 8).base64EncodedString()).entries(groupCount: 9) == nil)
    let infinite: [UInt8] = [0, 0, 0x80, 0x7F]
    for words in [infinite + [0, 0, 0, 0], [0, 0, 0, 0] + infinite] {
      let bytes = Data([0, 0, 0, 0] + words).base64EncodedString()
      #expect(try coded(bytes).entries(groupCount: 9) == nil)
    }
    #expect(
      try coded(Data(repeating: 0, count: 12).base64EncodedString()).entries(groupCount: 9)?.count
        == 1)
    #expect(throws: DecodingError.self) { try coded("%") }
  }

  @Test func aRowHasThemWhereAskedFor() throws {
    #expect(BatchRow.made("a", hours: 1, gains: gains).gains == nil)
    let row = BatchRow.made("a", hours: 1, gains: gains, hasGains: true)
    let again = try JSONDecoder().decode(BatchRow.self, from: JSONEncoder().encode(row))
    #expect(again == row)
    #expect(again.gains?.entries(groupCount: 100_000)?.count == 3)
  }
}
