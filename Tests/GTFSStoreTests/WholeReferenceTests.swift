import FeedArchive
import Findings
import GRDB
import GTFSSchedule
import TestSupport
import Testing

@testable import GTFSStore

/// One row in every file of the reference, with a value in every field.
@Suite struct WholeReferenceTests {
  /// A value that the kind allows; ids are those that the other files define.
  private func value(_ field: GTFSField) -> String {
    switch field.kind {
    case .key(let entity), .defines(let entity), .reference(let entity): "\(entity.rawValue)-1"
    case .text: "text of \(field.name)"
    case .url: "https://example.org/\(field.name)"
    case .email: "someone@example.org"
    case .color: "0039A6"
    case .language: "nl"
    case .timezone: "Europe/Brussels"
    case .currency: "EUR"
    case .amount: "2.40"
    case .integer(let range): "\(range.contains(1) ? 1 : range.lowerBound)"
    case .oneOf(let ranges):
      "\(ranges.contains { $0.contains(1) } ? 1 : ranges.first?.lowerBound ?? 0)"
    case .decimal(let range): range.contains(1.5) ? "1.5" : "\(range.lowerBound)"
    case .latitude: "50.8"
    case .longitude: "4.3"
    case .time, .localTime: "08:00:00"
    case .date: "20191029"
    }
  }

  private var files: [(name: String, text: String)] {
    GTFSSchedule.files.filter { $0.format == .csv }.map { file in
      let header = file.fields.map(\.name).joined(separator: ",")
      let row = file.fields.map(value).joined(separator: ",")
      return (file.name, header + "\n" + row + "\n")
    } + [
      (
        GTFSSchedule.locations.name,
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "location-1",
          "properties": {"stop_name": "Zone, \\"north\\"", "stop_desc": null},
          "geometry": {"type": "Polygon", "coordinates": [[[4, 50], [5, 50], [5, 51], [4, 50]]]}}]}
        """
      )
    ]
  }

  @Test func everyFieldOfEveryFileIsStoredAndShownAsItWas() throws {
    let network = try Network()
    let summary = try network.add("f", FeedText(files))
    #expect(summary.findings.errors.isEmpty, "\(summary.findings.errors)")
    #expect(Set(summary.feeds[0].rowCounts.map(\.file)) == Set(GTFSSchedule.files.map(\.name)))
    for file in GTFSSchedule.files where file.format == .csv {
      let columns = file.fields.map(\.name).joined(separator: ", ")
      let expected = file.fields.map(value).joined(separator: "|")
      #expect(
        try network.rows("SELECT \(columns) FROM \(file.view)") == [expected], "\(file.name)")
    }
    #expect(
      try network.rows("SELECT location_id, stop_name, stop_desc FROM locations")
        == ["location-1|Zone, \"north\"|"])
    #expect(
      try network.rows("SELECT json_extract(geometry, '$.coordinates[0][1]') FROM locations")
        == ["[5,50]"])
    #expect(try network.rows("PRAGMA foreign_key_check").isEmpty)
  }

  /// What a migration does with a database of an older version.
  @Test func aFeedReadBackFromItsViewsIsTheSame() throws {
    let (network, copy) = (try Network(), try Network())
    try network.add("f", FeedText(files))
    _ = try DatabaseQueue(path: network.path).read { database in
      try copy.add("f", DatabaseSource("f", of: database, source: "f.zip"))
    }
    for file in GTFSSchedule.files {
      let rows = "SELECT * FROM \(file.view)"
      #expect(try !network.rows(rows).isEmpty)
      #expect(try copy.rows(rows) == network.rows(rows), "\(file.name)")
    }
  }

  @Test func takingTheFeedOutLeavesNothing() throws {
    let network = try Network()
    try network.add("f", FeedText(files))
    try network.add("f", .minimal)
    let plain = try Network(.minimal)
    for file in GTFSSchedule.files {
      let count = "SELECT COUNT(*) FROM \(file.view)"
      #expect(try network.rows(count) == plain.rows(count), "\(file.name)")
    }
    let tables = try network.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'store%' ORDER BY name")
    for table in tables {
      let count = "SELECT COUNT(*) FROM \(table)"
      #expect(try network.rows(count) == plain.rows(count), "\(table)")
    }
  }

  @Test func aGeoJSONFileThatIsNoneIsAWarning() throws {
    let feed = FeedText.minimal.replacing("locations.geojson", with: "[1, 2")
    let found = try Network().add("f", feed).findings
    #expect(found.map(\.code) == ["invalid_geojson"])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func whatOnlyDescribesAndIsMissingIsNull() throws {
    let feed = FeedText.minimal.substituting("stop_lon", "stop_lon,level_id", in: "stops.txt")
      .substituting("4.30", "4.30,L1", in: "stops.txt")
    let network = try Network()
    let found = try network.add("f", feed).findings
    #expect(found.map(\.code) == ["foreign_key_violation"])
    #expect(found.map(\.severity) == [.warning])
    #expect(try network.rows("SELECT level_id FROM stops") == ["", "", ""])
    #expect(try network.rows("PRAGMA foreign_key_check").isEmpty)
  }

  /// Cells that break whatever a field asks, as bytes; quoted, so that each stays one cell.
  private static let nasty: [[UInt8]] =
    [
      "", " ", "0", "-1", "1", "x", "0x1", "1e400", "99999999999999999999", "-9223372036854775808",
      "a\u{0}b", "a\nb", "é", "24:00:00", "2019-10-29", " 1 ", "inf",
      String(repeating: "z", count: 300),
    ].map { Array($0.utf8) } + [[0xE9], [0xE9, 0x00], [0x20, 0xE9, 0x20]]

  /// Whatever stands in a cell, an import says so or takes it; it does not stop in any other way.
  @Test(arguments: GTFSSchedule.files.filter { $0.format == .csv })
  func anyCellMayHoldAnything(file: GTFSFile) throws {
    var bytes = Dictionary(
      files.map { ($0.name, Array($0.text.utf8)) }, uniquingKeysWith: { $1 })
    for repairs in [false, true] {
      for nastyField in file.fields {
        var text = Array((file.fields.map(\.name).joined(separator: ",") + "\n").utf8)
        for cell in Self.nasty + Self.nasty.prefix(3) {
          for (index, field) in file.fields.enumerated() {
            if index > 0 { text += Array(",".utf8) }
            text +=
              field.name == nastyField.name
              ? Array("\"".utf8) + cell + Array("\"".utf8) : Array(value(field).utf8)
          }
          text += Array("\n".utf8)
        }
        bytes[file.name] = text
        let network = try Network()
        do throws(Failure) {
          let source = TextSource(name: "f.zip", bytes: bytes)
          let summary = try NetworkImport.run(
            [FeedToImport(name: "f", source: source)], into: network.path, repairs: repairs)
          #expect(summary.findings.allSatisfy { !$0.message.isEmpty })
        } catch .unusableData(let findings) {
          #expect(findings.contains { $0.severity == .error })
          #expect(findings.allSatisfy { !$0.message.isEmpty })
        } catch {
          Issue.record("\(file.name) \(nastyField.name): \(error)")
        }
      }
    }
  }
}
