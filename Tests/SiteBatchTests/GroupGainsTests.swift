import Foundation
import Testing

@testable import ImpactModel
@testable import SiteBatch

@Suite struct GroupGainsTests {
  private let gains = [
    LoneSpace.Gain(group: 0, hoursPerDay: 0.5, daysPerWeek: 1),
    LoneSpace.Gain(group: 258, hoursPerDay: 1.0 / 3, daysPerWeek: 1),
    LoneSpace.Gain(group: 70_000, hoursPerDay: -2, daysPerWeek: 1),
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
    #expect(GroupGains([]).entries(groupCount: 0)?.isEmpty == true)
  }

  @Test func bytesAreLittleEndian() throws {
    // Group 258 = 0x0102; 0.5 is 0x3F000000.
    let gain = LoneSpace.Gain(group: 258, hoursPerDay: 0.5, daysPerWeek: 1)
    let bytes = Data([2, 1, 0, 0, 0, 0, 0, 0x3F]).base64EncodedString()
    #expect(try coded(bytes) == GroupGains([gain]))
  }

  @Test func damagedGainsAreNone() throws {
    // A group that there is not, seven bytes, and an infinite number.
    #expect(GroupGains(gains).entries(groupCount: 70_000) == nil)
    #expect(
      try coded(Data(repeating: 0, count: 7).base64EncodedString()).entries(groupCount: 9) == nil)
    let infinite = Data([0, 0, 0, 0, 0, 0, 0x80, 0x7F]).base64EncodedString()
    #expect(try coded(infinite).entries(groupCount: 9) == nil)
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
