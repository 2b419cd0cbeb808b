import Foundation
import TestSupport
import Testing
import TransitRouting

@testable import GTFSStore

@Suite struct ServiceDateTests {
  private let brussels: TimeZone

  init() throws {
    brussels = try #require(TimeZone(identifier: "Europe/Brussels"))
  }

  private func date(_ text: String) throws -> ServiceDate { try #require(ServiceDate(text)) }

  @Test func daysAndWeekdaysAgreeWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      // From 1900 to 2199.
      let days = Int.random(in: -25_567...84_005, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday],
        from: Date(timeIntervalSince1970: Double(days) * 86_400))
      let number =
        try #require(parts.year) * 10_000 + #require(parts.month) * 100
        + #require(parts.day)
      let day = try #require(ServiceDate(yyyymmdd: number))
      #expect(day.daysSince1970 == days)
      // Foundation counts from Sunday as 1, GTFS files from Monday.
      #expect(day.weekday == (try #require(parts.weekday) + 5) % 7)
      let other = Int.random(in: -400...400, using: &random)
      #expect(day.adding(days: other).daysSince1970 == days + other)
    }
  }

  @Test func theTwentyNinthOfOctober2019IsATuesday() throws {
    #expect(try date("2019-10-29").weekday == 1)
    #expect(try date("20191029") == date("2019-10-29"))
    #expect(try date("2019-12-31").adding(days: 1).description == "2020-01-01")
    #expect(try date("2020-02-28").adding(days: 1).description == "2020-02-29")
  }

  @Test func aServiceDayStartsAtMidnightOnOrdinaryDays() throws {
    // 29 October: midnight CET (+1) is 23:00 UTC of the 28th, 1572303600.
    #expect(try date("2019-10-29").startSeconds(in: brussels) == 1_572_303_600)
    #expect(try date("2019-10-29").startSeconds(in: .gmt) == 1_572_307_200)
  }

  @Test func aServiceDayStartsTwelveHoursBeforeNoonWhenTheClockChanges() throws {
    // 27 October 2019: noon is CET (+1), 11:00 UTC; twelve hours before is 23:00 UTC of the 26th.
    #expect(try date("2019-10-27").startSeconds(in: brussels) == 1_572_130_800)
    // 31 March 2019: noon is CEST (+2), 10:00 UTC; twelve hours before is 22:00 UTC of the 30th.
    #expect(try date("2019-03-31").startSeconds(in: brussels) == 1_553_983_200)
  }

  @Test func theDayBeforeTheClockChangesIsLongerOrShorterByAnHour() throws {
    let autumn = try date("2019-10-27").startSeconds(in: brussels)
    #expect(try autumn - date("2019-10-26").startSeconds(in: brussels) == 25 * 3600)
    #expect(try date("2019-10-28").startSeconds(in: brussels) - autumn == 24 * 3600)
    let spring = try date("2019-03-31").startSeconds(in: brussels)
    #expect(try spring - date("2019-03-30").startSeconds(in: brussels) == 23 * 3600)
  }
}
