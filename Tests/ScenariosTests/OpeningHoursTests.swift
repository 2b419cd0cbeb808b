import Testing

@testable import Scenarios

@Suite struct OpeningHoursTests {
  private func open(_ text: String) throws -> [Bool] {
    let hours = try #require(OpeningHours(text))
    // At work by 9:30, leaving from 16:30 on.
    return (0..<7).map {
      hours.holdsWorkday($0, arrivalsEnd: 9 * 3600 + 1800, departuresBegin: 16 * 3600 + 1800)
    }
  }

  @Test func rulesNameWeekdaysAndHours() throws {
    #expect(try open("24/7") == Array(repeating: true, count: 7))
    #expect(try open("Mo-Fr 08:00-18:00") == [true, true, true, true, true, false, false])
    #expect(try open("08:00-18:00; Sa,Su off") == [true, true, true, true, true, false, false])
    #expect(try open("Fr-Mo 00:00-24:00") == [true, false, false, false, true, true, true])
    #expect(try open("Mo-Su 07:00-19:00; We 07:00-12:00; Su off")[2] == false)
  }

  @Test func aSpaceThatOpensLateOrClosesEarlyHoldsNoWorkday() throws {
    #expect(try open("Mo-Fr 10:00-20:00").contains(true) == false)
    #expect(try open("Mo-Fr 09:30-16:30")[0])
    #expect(try open("Mo-Fr 09:31-16:30")[0] == false)
    #expect(try open("Mo-Fr 09:00-16:29")[0] == false)
  }

  @Test(arguments: [
    "", "always", "Mo-Fr", "Mo-Fr 8:00-18:00", "Mo-Fr 18:00-08:00", "Xx 08:00-18:00",
    "Mo-Fr 08:00-25:00", "Mo- 08:00-18:00", ";", "Mo 08:00-09:00-10:00", "Mo Tu 08:00-09:00",
  ])
  func whatIsNotOpeningHoursIsRefused(_ text: String) {
    #expect(OpeningHours(text) == nil)
  }
}
