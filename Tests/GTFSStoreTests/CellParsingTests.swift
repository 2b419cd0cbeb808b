import TestSupport
import Testing

@testable import GTFSStore

@Suite struct CellParsingTests {
  private func time(_ text: String) -> Int? { CellParsing.time(Array(text.utf8).span) }
  private func date(_ text: String) -> Int? { CellParsing.date(Array(text.utf8).span) }
  private func isoDate(_ text: String) -> Int? { CellParsing.isoDate(Array(text.utf8).span) }
  private func integer(_ text: String) -> Int? { CellParsing.integer(Array(text.utf8).span) }
  private func decimal(_ text: String) -> Double? { CellParsing.decimal(Array(text.utf8).span) }

  @Test(arguments: [
    ("00:00:00", 0), ("7:05:00", 25_500), ("07:05:00", 25_500), ("23:59:59", 86_399),
    // 26 × 3600 + 11 × 60 = 94,260.
    ("26:11:00", 94_260), ("100:00:01", 360_001),
  ])
  func timesAreSecondsAndMayPassMidnight(text: String, seconds: Int) {
    #expect(time(text) == seconds)
  }

  @Test(arguments: [
    "", "7:05", "07:05", "0705:00", "07:60:00", "07:05:60", "07.05.00", "07:05:00 ", "-7:05:00",
    "-0:05:00", "07:-0:00", "07:05:-0", "+7:05:00", "7:5:00", "07:05:0x", "1000:00:00", "::::::::",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(time(text) == nil)
  }

  @Test func datesAreCheckedAgainstTheMonth() {
    #expect(date("20191029") == 20_191_029)
    // 2020 and 2000 have a 29 February, 2019 and 1900 have none.
    #expect(date("20200229") == 20_200_229)
    #expect(date("20000229") == 20_000_229)
    for bad in [
      "20190229", "19000229", "20191301", "20190001", "20190431", "20190100", "2019102",
      "201910290", "2019-10-29", "2019102x", "-2019102", "",
    ] {
      #expect(date(bad) == nil, "\(bad)")
    }
  }

  @Test func isoDatesAreTheSameNumbers() {
    #expect(isoDate("2019-10-29") == 20_191_029)
    for bad in [
      "2019-02-29", "2019/10/29", "2019-1-029", "20191029", "2019--1-01", "2019-10--1",
      "29-10-2019",
    ] {
      #expect(isoDate(bad) == nil, "\(bad)")
    }
  }

  @Test func wholeNumbersAreWhole() {
    #expect(integer("0") == 0)
    #expect(integer("-12") == -12)
    #expect(integer("007") == 7)
    #expect(integer("999999999999999999") == 999_999_999_999_999_999)
    for bad in ["", "-", "--1", "+1", "1.0", "1e3", " 1", "1 ", "9999999999999999999", "٣"] {
      #expect(integer(bad) == nil, "\(bad)")
    }
  }

  @Test(arguments: [
    "0", "-0", "50.8467", "-4.3525", "5.", ".5", "-.5", "007.10", "0.1", "123456789012345",
    "0.00000000000001", "1e3", "1.5E-3", "12345678901234567890.123456789", "4.352499999999999998",
  ])
  func decimalsAreWhatSwiftReads(text: String) {
    #expect(decimal(text) == Double(text))
  }

  @Test func randomDecimalsAreWhatSwiftReads() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 1...18, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      let point = Int.random(in: 0...digits.count, using: &random)
      let sign = random.next() % 2 == 0 ? "-" : ""
      let text = sign + digits.prefix(point) + "." + digits.dropFirst(point)
      #expect(decimal(text) == Double(text), "\(text)")
    }
  }

  @Test(arguments: ["", "-", ".", "-.", "1,5", "1.2.3", "x", "nan", "inf", "1e999", "50.8 ", " 4"])
  func whatIsNoDecimalIsRefused(text: String) {
    #expect(decimal(text) == nil)
  }
}
