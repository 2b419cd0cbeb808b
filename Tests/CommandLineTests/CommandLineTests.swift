import Foundation
import TestSupport
import Testing

/// The built program as scripts call it: files, exit codes, messages.
@Suite("the command line", .serialized)
struct CommandLineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  // MARK: The whole job

  @Test("the demo ends with the headline and a report file")
  func demo() throws {
    let result = try Program.run("demo", "--out", folder.file("demo"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("393,790 people"))
    #expect(result.output.contains("hours saved a year"))
    #expect(result.output.contains("model"))
    let report = try folder.read("demo/run/report.html")
    #expect(report.contains("</html>"))
    #expect(report.contains("Leuven"))
    for name in ["results.json", "origins.csv", "sites.csv", "municipalities.csv"] {
      #expect(try !folder.read("demo/run/" + name).isEmpty)
    }

    // The folder that the demo leaves can be run again, and gives the same bytes on one thread.
    let again = try Program.run(
      "run", folder.file("demo/scenario.yaml"), "--out", folder.file("again"), "--threads", "1")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try folder.read("again/results.json") == folder.read("demo/run/results.json"))

    let dutch = try Program.run(
      "report", folder.file("again"), "--language", "nl", "--out", folder.file("nl.html"))
    #expect(dutch.status == 0, "\(dutch.errors)")
    #expect(try folder.read("nl.html").contains("lang=\"nl\""))

    let candidates = try folder.write(
      "candidates.csv", "id,lat,lon\nfar,50.0,5.6\nleuven,50.881,4.716\n")
    let ranked = try Program.run(
      "sites", folder.file("demo/scenario.yaml"), "--candidates", candidates)
    #expect(ranked.status == 0, "\(ranked.errors)")
    let lines = ranked.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("rank,site_id,"))
    #expect(lines[1].hasPrefix("1,leuven,"))
  }

  // MARK: Small feed

  /// Two trains an hour from A to B, 20 minutes each; B and C are joined by transfers.txt.
  private static let feed = [
    "agency.txt":
      "agency_id,agency_name,agency_url,agency_timezone\nT,Trains,http://t.be,Europe/Brussels\n",
    "stops.txt":
      "stop_id,stop_name,stop_lat,stop_lon\nA,Alpha,50.80,4.30\nB,Beta,50.90,4.40\nC,Gamma,50.901,4.401\n",
    "routes.txt": "route_id,route_short_name,route_type\nR,IC,2\n",
    "trips.txt": "route_id,service_id,trip_id\nR,W,T1\nR,W,T2\n",
    "stop_times.txt": """
    trip_id,arrival_time,departure_time,stop_id,stop_sequence
    T1,08:00:00,08:00:00,A,1
    T1,08:20:00,08:20:00,B,2
    T2,08:30:00,08:30:00,A,1
    T2,08:50:00,08:50:00,B,2

    """,
    "calendar.txt": """
    service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
    W,1,1,1,1,1,0,0,20260101,20261231

    """,
    "transfers.txt":
      "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB,C,2,180\n",
  ]

  private func network() throws -> String {
    for (name, text) in Self.feed { try folder.write("feed-" + name, text) }
    try FileManager.default.createDirectory(
      atPath: folder.file("feed"), withIntermediateDirectories: true)
    for (name, text) in Self.feed { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", folder.file("feed"), "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
    return folder.file("n.sqlite")
  }

  @Test("feeds lists operators, validity and the trips of a date")
  func feeds() throws {
    let path = try network()
    let table = try Program.run("feeds", path, "--date", "2026-05-05")
    #expect(table.status == 0)
    #expect(table.output.contains("Trains"))
    #expect(table.output.contains("2026-01-01"))
    #expect(table.output.contains("2026-12-31"))
    let json = try Program.run("feeds", path, "--date", "2026-05-05", "--json")
    #expect(json.output.contains("\"tripsOnDate\" : 2"))
  }

  /// Leaving at 08:00 the train of 08:00 is at B at 08:20 and the walk at C at 08:23: 1200 and
  /// 1380 s. Leaving at 08:01 the next train is at B at 08:50: 2940 s.
  @Test("matrix between stops writes seconds, an unreachable cell is empty")
  func matrixBetweenStops() throws {
    let path = try network()
    let pairs = try folder.write("p.csv", "from_id,to_id\nA,B\nA,C\nB,A\nA,A\n")
    let one = try Program.run(
      "matrix", "--stops", "--network", path, "--date", "2026-05-05", "--depart-at", "08:00",
      "--pairs", pairs)
    #expect(one.status == 0, "\(one.errors)")
    #expect(
      one.output == "from_id,to_id,travel_time_p50\nA,B,1200\nA,C,1380\nB,A,\nA,A,0\n")
    // Minutes 08:00 (1200 s) and 08:01 (2940 s); the end 08:02 is excluded.
    let window = try Program.run(
      "matrix", "--stops", "--network", path, "--date", "2026-05-05", "--depart-window",
      "08:00-08:02", "--percentiles", "50,100", "--pairs", pairs, "--out", folder.file("m.csv"))
    #expect(window.status == 0, "\(window.errors)")
    #expect(
      try folder.read("m.csv")
        == "from_id,to_id,travel_time_p50,travel_time_p100\nA,B,1200,2940\nA,C,1380,3120\nB,A,,\nA,A,0,0\n"
    )
  }

  @Test("matrix between places writes whole minutes and says how one walks")
  func matrixBetweenPlaces() throws {
    let path = try network()
    let homes = try folder.write("homes.csv", "id,lon,lat\nhome,4.30,50.80\nlost,4.0,50.0\n")
    let offices = try folder.write("offices.csv", "id,lon,lat\nwork,4.40,50.90\n")
    let result = try Program.run(
      "matrix", "--network", path, "--origins", homes, "--destinations", offices, "--date",
      "2026-05-05", "--depart-at", "08:00")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "from_id,to_id,travel_time_p50\nhome,work,20\nlost,work,\n")
    #expect(result.errors.contains("straight line × 1.3"))
  }

  @Test("route prints the itinerary leg by leg")
  func route() throws {
    let path = try network()
    let result = try Program.run(
      "route", "--stops", "--network", path, "--date", "2026-05-05", "--from", "A", "--to", "C",
      "--arrive-by", "09:00")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("08:30 – 08:53  23 min, 1 ride"))
    #expect(result.output.contains("Trains IC: Alpha – Beta  [T2]"))
    #expect(result.output.contains("08:50 – 08:53  walk from Beta to C"))
  }

  @Test("a device stays a device, a full one exits with 74, and a link keeps its file")
  func streams() throws {
    let path = try network()
    let pairs = try folder.write("p.csv", "from_id,to_id\nA,B\n")
    let matrix = [
      "matrix", "--stops", "--network", path, "--date", "2026-05-05", "--depart-at", "08:00",
      "--pairs", pairs, "--out",
    ]
    let discarded = try Program.run(matrix + ["/dev/null"])
    #expect(discarded.status == 0, "\(discarded.errors)")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)

    try folder.write("real.csv", "old")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.csv"), withDestinationPath: folder.file("real.csv"))
    #expect(try Program.run(matrix + [folder.file("link.csv")]).status == 0)
    #expect(try folder.read("real.csv").hasPrefix("from_id,"))
    let link = try FileManager.default.attributesOfItem(atPath: folder.file("link.csv"))[.type]
    #expect(link as? FileAttributeType == .typeSymbolicLink)
  }

  @Test("a scenario that was changed in the demo's folder is not overwritten")
  func changedDemo() throws {
    #expect(try Program.run("demo", "--out", folder.file("demo")).status == 0)
    #expect(try Program.run("demo", "--out", folder.file("demo")).status == 0)
    let mine = try folder.read("demo/scenario.yaml") + "# mine\n"
    try folder.write("demo/scenario.yaml", mine)
    let refused = try Program.run("demo", "--out", folder.file("demo"))
    #expect(refused.status == 74)
    #expect(refused.errors.contains("has been changed"))
    #expect(try folder.read("demo/scenario.yaml") == mine)
    try FileManager.default.createDirectory(
      atPath: folder.file("other"), withIntermediateDirectories: true)
    try folder.write("other/notes.txt", "")
    #expect(try Program.run("demo", "--out", folder.file("other")).status == 74)
  }

  @Test("a pair without a journey is an answer, not a failure")
  func noJourney() throws {
    let path = try network()
    let result = try Program.run(
      "route", "--stops", "--network", path, "--date", "2026-05-05", "--from", "B", "--to", "A",
      "--depart-at", "08:00", "--json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("no journey"))
    #expect(result.output.contains("\"itineraries\" : ["))
  }

  // MARK: Bad input

  @Test("a missing file exits with 66 and names it")
  func missingFile() throws {
    let result = try Program.run("import", folder.file("none.zip"), "--into", folder.file("n"))
    #expect(result.status == 66)
    #expect(result.errors.contains("none.zip: no such file"))
  }

  @Test("a file that is not a zip exits with 65 and says so")
  func notAZip() throws {
    let path = try folder.write("feed.zip", "this is not a zip")
    let result = try Program.run("import", path, "--into", folder.file("n.sqlite"))
    #expect(result.status == 65)
    #expect(result.errors.contains("feed.zip"))
    #expect(result.errors.contains("not a zip"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("n.sqlite")))
  }

  @Test("a date without service exits with 65 and names feed and validity")
  func dateWithoutService() throws {
    let path = try network()
    let pairs = try folder.write("p.csv", "from_id,to_id\nA,B\n")
    let result = try Program.run(
      "matrix", "--stops", "--network", path, "--date", "2027-01-05", "--depart-at", "08:00",
      "--pairs", pairs)
    #expect(result.status == 65)
    #expect(result.errors.contains("feed feed has no service on 2027-01-05"))
    #expect(result.errors.contains("2026-01-01 to 2026-12-31"))
  }

  @Test("an unknown postcode exits with 65 and names file and line")
  func unknownPostcode() throws {
    let path = try network()
    try folder.write("staff.csv", "id,postcode\nana,3000\nbob,9999\n")
    try folder.write("postcodes.csv", "3000,Leuven,4.70,50.88\n")
    try folder.write("sites.csv", "id,lat,lon\nS,50.9,4.4\n")
    let scenario = try folder.write(
      "s.yaml",
      """
      name: test
      network: \(path)
      date: 2026-05-05
      demand: {employees: {file: staff.csv, postcodes: postcodes.csv}}
      offices: [{name: O, lat: 50.9, lon: 4.4}]
      sites: {file: sites.csv}
      """)
    let result = try Program.run("run", scenario, "--out", folder.file("out"))
    #expect(result.status == 65)
    #expect(result.errors.contains("staff.csv:3: error"))
    #expect(result.errors.contains("9999"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("out")))
  }

  @Test("a scenario with three mistakes exits with 65 and names all three with their lines")
  func threeMistakes() throws {
    let path = try network()
    try folder.write("staff.csv", "id,postcode\nana,3000\n")
    try folder.write("postcodes.csv", "3000,Leuven,4.70,50.88\n")
    try folder.write("sites.csv", "id,lat,lon\nS,50.9,4.4\n")
    let scenario = try folder.write(
      "s.yaml",
      """
      name: test
      network: \(path)
      date: 2026-05-55
      arive: 08:00-09:00
      demand: {employees: {file: staff.csv, postcodes: postcodes.csv}}
      offices: [{name: O, lat: 50.9, lon: 4.4}]
      sites: {file: sites.csv}
      policy:
        participation: 1.2
      """)
    let result = try Program.run("run", scenario, "--out", folder.file("out"))
    #expect(result.status == 65)
    #expect(result.errors.contains("s.yaml:3: error"))
    #expect(result.errors.contains("s.yaml:4: error"))
    #expect(result.errors.contains("did you mean arrive?"))
    #expect(result.errors.contains("s.yaml:9: error"))
  }

  @Test(
    "wrong arguments exit with 64",
    arguments: [
      ["matrix", "--network", "n"],
      ["route", "--network", "n", "--from", "x", "--to", "1,2", "--depart-at", "08:00"],
      ["route", "--network", "n", "--from", "1,2", "--to", "1,2", "--depart-at", "25"],
      ["import", "--into", "n"], ["nonsense"],
      [
        "matrix", "--network", "n", "--stops", "--mode", "car", "--origins", "o", "--destinations",
        "d", "--depart-at", "08:00",
      ],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test(
    "every command explains itself with an example",
    arguments: [
      "demo", "import", "feeds", "streets", "route", "matrix", "run", "sites", "inputs", "report",
    ])
  func help(command: String) throws {
    let result = try Program.run(command, "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("antenne \(command)"))
    #expect(result.output.contains("Example"))
  }
}
