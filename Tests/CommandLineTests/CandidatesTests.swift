import Foundation
import TestSupport
import Testing

/// `antenne candidates` as it is typed.
@Suite("antenne candidates")
struct CandidatesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The bus of the minimal feed as a train: stations at 50.80, 50.81 and 50.83° on 4.30°.
  private func network() throws -> String {
    let feed = FeedText.minimal.substituting(",1,3\n", ",1,2\n", in: "routes.txt")
    try FileManager.default.createDirectory(
      atPath: folder.file("feed"), withIntermediateDirectories: true)
    for (name, text) in feed.files { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", folder.file("feed"), "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
    return folder.file("n.sqlite")
  }

  @Test("stations with their surroundings, the same for any number of threads")
  func stations() throws {
    let network = try network()
    let out = folder.file("c.csv")
    let arguments = [
      "candidates", "--network", network, "--date", "2019-10-29", "--near-stations", "500",
      "--apart", "300", "--out", out,
    ]
    let result = try Program.run(arguments + ["--threads", "1"])
    #expect(result.status == 0, "\(result.errors)")
    let rows = try folder.read("c.csv").split(separator: "\n")
    // Each 500 m from its neighbours, and the stations 1.1 km and 2.2 km from each other.
    #expect(rows.count == 1 + 21)
    #expect(rows[1].hasPrefix("station-A,Alpha,50.800000,4.300000,,,station,Alpha,0,"))
    #expect(result.errors.contains("candidates: station 21"))
    #expect(result.errors.contains("21 of 21 rows: walk: straight line × 1.3"))
    #expect(result.errors.contains("Lijn train 1"))
    let one = try folder.read("c.csv")
    #expect(try Program.run(arguments + ["--threads", "3"]).status == 0)
    #expect(try folder.read("c.csv") == one)
    let json = try Program.run(Array(arguments.dropLast(2)) + ["--json"])
    let records = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(records.map { $0["id"] as? String }.first == "station-A")
    #expect(records.count == 21)
  }

  @Test("own points, a grid, and everything of Brussels together")
  func sources() throws {
    let network = try network()
    let own = try folder.write("o.csv", "id,lat,lon,operator\nmine,50.8001,4.3,Firm\n")
    let area = try folder.write(
      "a.geojson",
      """
      {"type": "Polygon", "coordinates": [[[4.3, 50.8], [4.32, 50.8], [4.32, 50.82], [4.3, 50.8]]]}
      """)
    let result = try Program.run(
      "candidates", "--network", network, "--date", "2019-10-29", "--near-stations", "0",
      "--near-ring-exits", "0", "--airport", "--second-ring", "--grid", "400", "--area", area,
      "--from", own, "--out", folder.file("c.csv"))
    #expect(result.status == 0, "\(result.errors)")
    let text = try folder.read("c.csv")
    #expect(text.contains("\nmine,mine,50.800100,4.300000,,Firm,own,"))
    // 11 m from the own point, which stays.
    #expect(!text.contains("\nstation-A,"))
    for source in ["ring-exit-r0-7a", "airport-brucargo", "second-ring-300", "grid-10"] {
      #expect(text.contains("\n\(source),"), "\(source)")
    }
  }

  @Test("what is asked wrongly is a usage error, and nothing is written")
  func usage() throws {
    let network = try network()
    let base = ["candidates", "--network", network, "--out", folder.file("c.csv")]
    for arguments in [
      [], ["--near-stations", "-1"], ["--near-stations", "nan"], ["--grid", "100"],
      ["--near-stations", "0", "--spacing", "100"], ["--second-ring", "--apart", "99999"],
      ["--second-ring", "--area", "a"], ["--second-ring", "--nis-property", "x"],
      // 131 km² at 10 m are 1.5 million points.
      ["--second-ring", "--spacing", "10"],
    ] {
      let result = try Program.run(base + arguments)
      #expect(result.status == 64, "\(arguments): \(result.errors)")
    }
    let many = try Program.run(base + ["--second-ring", "--spacing", "10"])
    #expect(many.errors.contains("raise --spacing"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("c.csv")))
  }

  @Test("mistakes of several files are told together, with their lines")
  func mistakes() throws {
    let network = try network()
    let own = try folder.write("o.csv", "id,lat,lon\na,99,4\n")
    let boardings = try folder.write(
      "b.csv", "URI,name,average_weekday_embarkments\nu,A,many\n")
    let result = try Program.run(
      "candidates", "--network", network, "--from", own, "--boardings", boardings)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("o.csv:2: error: "))
    #expect(result.errors.contains("b.csv:2: error: "))
    #expect(
      try Program.run(
        "candidates", "--network", network, "--from", folder.file("none.csv")
      ).status == 66)
  }
}
