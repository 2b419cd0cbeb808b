import Foundation
import TestSupport
import Testing

/// `antenne sites`, `partition` and `merge` as they are typed.
@Suite("antenne sites")
struct SitesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "postcodes.csv": "1000,Town,4.30,50.60\n",
      "employees.csv": "id,postcode\n" + (1...30).map { "e\($0),1000\n" }.joined(),
      "scenario.yaml": """
      name: Two trains
      network: n.sqlite
      date: 2026-05-05
      demand:
        employees: {file: employees.csv, postcodes: postcodes.csv}
      offices: {name: Centre, lat: 50.90, lon: 4.30}

      """,
      "candidates.csv": """
      id,lat,lon,name,seats_per_day
      far,50.0,5.6,Nowhere,
      near,50.70,4.30,"Near,
      the train",
      small,50.70,4.301,,1
      centre,50.90,4.30,,
      home,50.60,4.30,,

      """,
    ])
    try FileManager.default.createDirectory(
      atPath: folder.file("feed"), withIntermediateDirectories: true)
    for (name, text) in Self.feed { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", folder.file("feed"), "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Every ten minutes from H over N, 20 minutes away, to the centre in 60, and back.
  private static let feed = [
    "agency.txt":
      "agency_id,agency_name,agency_url,agency_timezone\nT,Trains,http://t.be,Europe/Brussels\n",
    "stops.txt":
      "stop_id,stop_name,stop_lat,stop_lon\nH,Home,50.60,4.30\nN,Near,50.70,4.30\nC,Centre,50.90,4.30\n",
    "routes.txt": "route_id,route_short_name,route_type\nR,IC,2\n",
    "trips.txt": "route_id,service_id,trip_id\nR,W,T1\nR,W,T2\n",
    "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
      + "T1,00:00:00,00:00:00,H,1\nT1,00:20:00,00:20:00,N,2\nT1,01:00:00,01:00:00,C,3\n"
      + "T2,00:00:00,00:00:00,C,1\nT2,00:40:00,00:40:00,N,2\nT2,01:00:00,01:00:00,H,3\n",
    "frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\n"
      + "T1,05:00:00,22:00:00,600,1\nT2,05:00:00,22:00:00,600,1\n",
    "calendar.txt":
      "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
      + "W,1,1,1,1,1,0,0,20260101,20261231\n",
  ]

  private func sites(
    _ candidates: String = "candidates.csv", _ options: [String] = []
  ) throws -> Program.Output {
    try Program.run(
      ["sites", folder.file("scenario.yaml"), "--candidates", folder.file(candidates)] + options)
  }

  private func ids(_ csv: String) -> [Substring] {
    csv.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Int(cells[0]) == nil ? nil : cells[1]
    }
  }

  @Test("a ranking, the same whether in one run, in parts, or stopped and gone on")
  func ranking() throws {
    let whole = try sites("candidates.csv", ["--threads", "1"])
    #expect(whole.status == 0, "\(whole.errors)")
    // Home saves the whole way, near 40 of 60 minutes, small one seat of it; the others nothing.
    #expect(ids(whole.output) == ["home", "near", "small", "centre", "far"])

    let cut = try Program.run(
      "partition", folder.file("candidates.csv"), "--parts", "2", "--out", folder.file("parts"))
    #expect(cut.status == 0, "\(cut.errors)")
    for part in ["1", "2"] {
      let result = try sites(
        "parts/part-\(part).csv",
        ["--rows", folder.file("\(part).rows"), "--out", folder.file("\(part).csv")])
      #expect(result.status == 0, "\(result.errors)")
    }
    let merged = try Program.run(
      "merge", folder.file("2.rows"), folder.file("1.rows"), "--candidates",
      folder.file("candidates.csv"))
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output == whole.output)
    let half = try Program.run(
      "merge", folder.file("2.rows"), "--candidates", folder.file("candidates.csv"))
    #expect(half.status == 65)
    #expect(half.errors.contains("2 candidates are in none of the files"))

    // Stopped within the second row: it goes on from the first, and leaves no rows behind.
    let rows = try folder.read("1.rows")
    try folder.write("all.csv.rows", String(rows.dropLast(10)))
    let resumed = try sites("candidates.csv", ["--out", folder.file("all.csv")])
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(resumed.errors.contains("1 of 5 sites are in"))
    #expect(try folder.read("all.csv") == whole.output)
    #expect(!FileManager.default.fileExists(atPath: folder.file("all.csv.rows")))
  }

  @Test("rows of another scenario are refused and left as they are")
  func otherRows() throws {
    #expect(try sites("candidates.csv", ["--rows", folder.file("a.rows")]).status == 0)
    let before = try folder.read("a.rows")
    try folder.write("employees.csv", "id,postcode\ne1,1000\n")
    let result = try sites("candidates.csv", ["--rows", folder.file("a.rows")])
    #expect(result.status == 65)
    #expect(result.errors.contains("other bytes of employees.csv"))
    #expect(try folder.read("a.rows") == before)
  }

  /// A program with other roads compiled into it computes other times by car.
  @Test("rows of other built-in roads are refused")
  func otherRoads() throws {
    #expect(try sites("candidates.csv", ["--rows", folder.file("a.rows")]).status == 0)
    let rows = try folder.read("a.rows")
    let name = try #require(rows.range(of: "\"builtInRoads\":"))
    let hash = try #require(
      rows.range(of: "\"sha256\":\"", range: name.upperBound..<rows.endIndex))
    let digit = rows[hash.upperBound] == "0" ? "1" : "0"
    let others = rows.replacingCharacters(
      in: hash.upperBound..<rows.index(after: hash.upperBound), with: digit)
    try folder.write("a.rows", others)
    let result = try sites("candidates.csv", ["--rows", folder.file("a.rows")])
    #expect(result.status == 65)
    #expect(result.errors.contains("other roads are compiled into the program"))
    #expect(try folder.read("a.rows") == others)
  }

  @Test("bad rows are all named, and left out only when asked to")
  func badRows() throws {
    try folder.write("bad.csv", "id,lat,lon\nnear,50.7,4.3\nx,95,4.3\ny,50.7\nnear,50.8,4.3\n")
    let refused = try sites("bad.csv")
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    let skipped = try sites("bad.csv", ["--skip-bad"])
    #expect(skipped.status == 0, "\(skipped.errors)")
    #expect(ids(skipped.output) == ["near"])
    for place in ["bad.csv:3", "bad.csv:4", "bad.csv:5"] {
      #expect(refused.errors.contains(place), "\(refused.errors)")
      #expect(skipped.errors.contains(place), "\(skipped.errors)")
    }
  }
}
