import Foundation
import TestSupport
import Testing

@Suite("antenne streets")
struct StreetsTests {
  private let folder: TemporaryFolder
  private var into: String { folder.file("x.streets") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func extract(dropLast count: Int = 0) throws -> String {
    let map = try StreetMap(
      """
      a-b-c
        |
        d

      abc: highway=primary, name=Rue de la Loi
      bd: highway=footway
      """)
    let bytes = PBFText.file(map.data).dropLast(count)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("x.osm.pbf")))
    return folder.file("x.osm.pbf")
  }

  @Test("an extract becomes a street file, and the summary says of what")
  func summary() throws {
    let result = try Program.run("streets", extract(), "--into", into)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("4 nodes, 3 links of 2 ways"))
    #expect(result.output.contains("footway"))
    let first = try Data(contentsOf: URL(fileURLWithPath: into))
    let json = try Program.run("streets", extract(), "--into", into, "--json")
    #expect(json.output.contains("\"links\" : 3"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: into)) == first)
  }

  @Test("a file cut short exits with 65, says how to mend it, and leaves the old street file")
  func damaged() throws {
    #expect(try Program.run("streets", extract(), "--into", into).status == 0)
    let old = try Data(contentsOf: URL(fileURLWithPath: into))
    let result = try Program.run("streets", extract(dropLast: 3), "--into", into)
    #expect(result.status == 65)
    #expect(result.errors.contains("x.osm.pbf: error:") && result.errors.contains("download"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: into)) == old)
  }

  @Test("another kind of file is not overwritten, and an extract without streets makes none")
  func neitherLostNorEmpty() throws {
    try folder.write("x.streets", "a scenario")
    let refused = try Program.run("streets", extract(), "--into", into)
    #expect(refused.status == 74)
    #expect(refused.errors.contains("is no street file"))
    #expect(try folder.read("x.streets") == "a scenario")
    let empty = folder.file("empty.osm.pbf")
    let map = try StreetMap("a-b\n\nab: building=yes\n")
    try Data(PBFText.file(map.data)).write(to: URL(fileURLWithPath: empty))
    let nothing = try Program.run("streets", empty, "--into", folder.file("y.streets"))
    #expect(nothing.status == 65)
    #expect(nothing.errors.contains("holds no street"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("y.streets")))
  }

  @Test("what is no PBF, is missing, or cannot be written is refused by its code")
  func refusals() throws {
    let text = try folder.write("x.osm", "<osm/>")
    let notPBF = try Program.run("streets", text, "--into", into)
    #expect(notPBF.status == 65)
    #expect(notPBF.errors.contains("osmium cat"))
    #expect(try Program.run("streets", folder.file("none"), "--into", into).status == 66)
    #expect(try Program.run("streets", extract(), "--into", folder.path).status == 74)
    #expect(try Program.run("streets", extract(), "--into", extract()).status == 64)
    #expect(!FileManager.default.fileExists(atPath: into))
  }

  @Test("a damaged street file of a scenario is told before the timetable is read")
  func damagedInScenario() throws {
    try folder.write("n.sqlite", "no database either")
    try folder.write("x.streets", "no streets")
    try folder.write("staff.csv", "id,postcode\nana,3000\n")
    try folder.write("postcodes.csv", "3000,Leuven,4.70,50.88\n")
    try folder.write("sites.csv", "id,lat,lon\nS,50.9,4.4\n")
    let scenario = try folder.write(
      "s.yaml",
      """
      name: test
      network: n.sqlite
      demand: {employees: {file: staff.csv, postcodes: postcodes.csv}}
      offices: [{name: O, lat: 50.9, lon: 4.4}]
      sites: {file: sites.csv}
      streets: x.streets
      """)
    let result = try Program.run("run", scenario, "--out", folder.file("out"))
    #expect(result.status == 65)
    #expect(result.errors.contains("x.streets"))
    #expect(!result.errors.contains("n.sqlite"))
  }
}
