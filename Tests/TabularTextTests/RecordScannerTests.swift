import Findings
import TabularText
import Testing

@Suite struct RecordScannerTests {
  @Test func fieldsStandBetweenCommas() throws {
    #expect(
      try scan("a,b,c\n1,,3\n") == [
        ScannedRecord(line: 1, fields: ["a", "b", "c"]),
        ScannedRecord(line: 2, fields: ["1", "", "3"]),
      ])
  }

  @Test func aTrailingCommaIsOneMoreEmptyField() throws {
    #expect(try scan("a,\n").map(\.fields) == [["a", ""]])
    #expect(try scan("a,").map(\.fields) == [["a", ""]])
  }

  @Test func quotesHoldCommasAndDoubledQuotes() throws {
    #expect(
      try scan("\"a,b\",\"say \"\"no\"\"\",\"\"\"\"\n").map(\.fields) == [
        ["a,b", "say \"no\"", "\""]
      ])
  }

  @Test func aQuoteInsideAnUnquotedFieldIsAnOrdinaryCharacter() throws {
    #expect(try scan("5\" pipe,x\n") == [ScannedRecord(line: 1, fields: ["5\" pipe", "x"])])
  }

  @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb", "a\r\nb", "a\rb"])
  func everyLineEndEndsARecordAndTheLastNeedsNone(text: String) throws {
    #expect(
      try scan(text) == [
        ScannedRecord(line: 1, fields: ["a"]), ScannedRecord(line: 2, fields: ["b"]),
      ])
  }

  @Test func mixedLineEndsCountOneLineEach() throws {
    // a LF, b CRLF, c CR, empty LF, d: lines 1, 2, 3, (4), 5.
    #expect(try scan("a\nb\r\nc\r\nd\re\n\nf").map(\.line) == [1, 2, 3, 4, 5, 7])
  }

  @Test func emptyLinesArePassedOverAndCounted() throws {
    #expect(try scan("\n\na\n\n\nb\n\n").map(\.line) == [3, 6])
  }

  @Test func aLineWithOnlyAQuotedNothingIsARecord() throws {
    #expect(try scan("\"\"\n") == [ScannedRecord(line: 1, fields: [""])])
  }

  @Test func noBytesAreNoRecords() throws {
    #expect(try scan("").isEmpty)
    #expect(try scan("\u{FEFF}").isEmpty)
  }

  @Test(arguments: [1, 2, 3, Int.max])
  func aByteOrderMarkIsNoPartOfTheFirstField(chunk: Int) throws {
    #expect(
      try scan("\u{FEFF}stop_id\n", chunk: chunk) == [ScannedRecord(line: 1, fields: ["stop_id"])])
  }

  @Test(arguments: ["\"x\ny\"", "\"x\r\ny\"", "\"x\ry\""])
  func aLineEndInsideQuotesCountsAsALineAndEndsNothing(cell: String) throws {
    // The record of lines 2 and 3 is followed by line 4.
    let records = try scan("h\n\(cell)\nz\n")
    #expect(records.map(\.line) == [1, 2, 4])
    #expect(records[1].fields[0].unicodeScalars.count > 2)
  }

  @Test func textAfterAClosingQuoteIsKeptAsItStandsAndSaid() throws {
    let text = "\"a\"b,c\n\"d\"\"e\"f\ng\n"
    #expect(
      try scan(text) == [
        ScannedRecord(line: 1, fields: ["\"a\"b", "c"], hasStrayQuote: true),
        ScannedRecord(line: 2, fields: ["\"d\"\"e\"f"], hasStrayQuote: true),
        ScannedRecord(line: 3, fields: ["g"]),
      ])
  }

  @Test(arguments: [1, 7, Int.max])
  func anUnclosedQuoteNamesTheLineItsRecordBeginsOn(chunk: Int) {
    let found = findings { _ = try scan("h\na,\"b\nc\nd\n", chunk: chunk) }
    #expect(found.map(\.code) == ["unclosed_quote"])
    #expect(found.first?.line == 2)
    #expect(found.first?.file == "x.txt")
  }

  @Test(
    arguments: [[0xFE, 0xFF, 0x00, 0x61] as [UInt8], [0xFF, 0xFE, 0x61, 0x00]], [1, Int.max])
  func utf16IsRefused(bytes: [UInt8], chunk: Int) {
    #expect(findings { _ = try scan(bytes, chunk: chunk) }.map(\.code) == ["utf16_file"])
  }

  @Test func aRecordLongerThanTheLimitIsRefused() throws {
    var limits = RecordScanner.Limits()
    limits.recordBytes = 16
    // 15 letters and a line feed are 16 bytes; one letter more is too much.
    let long = String(repeating: "a", count: 15)
    #expect(
      try scan(Array("h\n\(long)\nz\n".utf8), limits: limits).map(\.fields.first) == [
        "h", long, "z",
      ])
    let found = findings { _ = try scan(Array("h\n\(long)a\nz\n".utf8), limits: limits) }
    #expect(found.map(\.code) == ["record_too_long"])
    #expect(found.first?.line == 2)
  }

  @Test func aRecordLargerThanAChunkIsReadWhole() throws {
    // 600,000 bytes are more than two chunks of 262,144.
    let long = String(repeating: "é", count: 300_000)
    #expect(try scan("a,\"\(long)\"\nb\n").map(\.fields) == [["a", long], ["b"]])
  }

  @Test func aMillionBytesAndMoreWithoutALineEndAreRefused() {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 2 << 20)
    #expect(findings { _ = try scan(long) }.map(\.code) == ["record_too_long"])
  }

  @Test func moreFieldsThanTheLimitAreRefused() throws {
    var limits = RecordScanner.Limits()
    limits.fields = 3
    #expect(try scan(Array("a,b,c\n".utf8), limits: limits).count == 1)
    let found = findings { _ = try scan(Array("a,b,c\n1,2,3,4\n".utf8), limits: limits) }
    #expect(found.map(\.code) == ["too_many_columns"])
    #expect(found.first?.line == 2)
  }

  @Test func aFailureOfTheReaderIsPassedOn() {
    var calls = 0
    let failure = #expect(throws: Failure.self) {
      var scanner = try RecordScanner(file: "x.txt") { (buffer) throws(Failure) in
        calls += 1
        if calls > 1 { throw .inputOutput(path: "x.txt", reason: "gone") }
        buffer[0] = UInt8(ascii: "a")
        return 3
      }
      while try scanner.next() {}
    }
    #expect(failure?.exitCode == 74)
  }
}
