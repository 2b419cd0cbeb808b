import TabularText
import Testing

@Suite struct CSVWriterTests {
  @Test func aTableIsHeaderAndRowsWithLineFeeds() {
    var writer = CSVWriter(header: ["id", "n", "share"])
    writer.append([.text("a"), .integer(3), .decimal(0.5, 2)])
    writer.append([.text(nil), .integer(nil), .decimal(nil, 2)])
    #expect(writer.text == "id,n,share\na,3,0.50\n,,\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("", ""), ("Liège", "Liège"),
  ])
  func textIsQuotedWhereItMustBe(text: String, written: String) {
    #expect(CSVWriter.escaped(text) == written)
  }

  @Test func aQuoteWithACombiningAccentIsStillAQuote() {
    // U+0022 U+0301 is one Character; a reader of bytes sees a quote.
    let written = CSVWriter.escaped("a,\"\u{301}b").unicodeScalars
    #expect(Array(written) == Array("\"a,\"\"\u{301}b\"".unicodeScalars))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("=a,b", "\"'=a,b\""),
  ])
  func whatASpreadsheetWouldRunIsDisarmed(text: String, written: String) {
    #expect(CSVWriter.escaped(text) == written)
  }

  /// Where the list separator is a semicolon, as in Belgium, a comma does not part cells.
  @Test(arguments: [
    ("x;=1+1", "x;'=1+1"), ("a;;@SUM(A1)", "a;;'@SUM(A1)"), ("=1;=2", "'=1;'=2"),
    ("x\t-cmd", "x\t'-cmd"), ("x\n=1+1", "\"x\n'=1+1\""), ("x\r\n+1+cmd", "\"x\r\n'+1+cmd\""),
  ])
  func whatAnotherSeparatorWouldMakeACellIsDisarmedToo(text: String, written: String) {
    #expect(CSVWriter.escaped(text) == written)
  }

  @Test(arguments: [
    "-5", "+3.5", "-0.25", "-1e3", "a=b", "1-2", "a;b", "a; =b", "x;-5;+2", "\u{301};",
  ])
  func numbersAndSignsInsideAreLeftAlone(text: String) {
    #expect(CSVWriter.escaped(text) == text)
  }

  @Test func aHeaderIsEscapedToo() {
    #expect(CSVWriter(header: ["=x", "a,b"]).text == "'=x,\"a,b\"\n")
  }

  @Test(
    arguments: [
      // Half goes away from zero where the half is exact in binary.
      (0.125, 2, "0.13"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1.5, 1, "1.5"),
      // 1.005 is 1.00499999999999989… in binary.
      (1.005, 2, "1.00"), (0.05, 1, "0.1"), (12.0, 3, "12.000"), (0.999, 2, "1.00"),
      (1_234_567.891, 2, "1234567.89"),
    ] as [(Double, Int, String)])
  func decimalsAreRoundedToAFixedCount(value: Double, decimals: Int, written: String) {
    #expect(CSVWriter.fixed(value, decimals) == written)
  }

  @Test func nothingIsNeverNegative() {
    #expect(CSVWriter.fixed(-0.0, 1) == "0.0")
    #expect(CSVWriter.fixed(-0.004, 2) == "0.00")
    #expect(CSVWriter.fixed(-0.006, 2) == "-0.01")
  }

  @Test func tinyNumbersAreZeros() {
    #expect(CSVWriter.fixed(1e-300, 3) == "0.000")
    #expect(CSVWriter.fixed(.leastNonzeroMagnitude, 0) == "0")
  }

  @Test func hugeNumbersKeepTheirDecimals() {
    // 2^60 = 1152921504606846976 is exact in binary; 10^13 × 10^3 is beyond exact integers.
    #expect(CSVWriter.fixed(1_152_921_504_606_846_976, 2) == "1152921504606846976.00")
    #expect(CSVWriter.fixed(-1e13, 3) == "-10000000000000.000")
  }

  @Test func whatIsNoNumberIsEmpty() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(CSVWriter.fixed(value, 2) == "") }
  }
}
