import Foundation
import TestSupport
import Testing

/// `antenne matrix` as it is typed.
@Suite("antenne matrix")
struct MatrixTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A train from A to B in ten minutes at 00:05, 08:00 and 08:20, and a bus from B to C, 100 m from
  /// B by transfers.txt, in ten minutes at 08:15 and 08:40.
  private func network() throws -> String {
    let stops = ["A,50.80", "B,50.90", "B2,50.901", "C,51.00"].map { stop in
      let parts = stop.split(separator: ",")
      return "\(parts[0]),\(parts[0]),\(parts[1]),4.30\n"
    }
    let runs = [
      ("T0", "R", "A", "B", "00:05", "00:15"), ("T1", "R", "A", "B", "08:00", "08:10"),
      ("T2", "R", "A", "B", "08:20", "08:30"), ("B1", "L", "B2", "C", "08:15", "08:25"),
      ("B2", "L", "B2", "C", "08:40", "08:50"),
    ]
    let files = [
      "agency.txt":
        "agency_id,agency_name,agency_url,agency_timezone\nT,T,http://t.be,Europe/Brussels\n",
      "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\n" + stops.joined(),
      "routes.txt": "route_id,route_short_name,route_type\nR,IC,2\nL,\"7,b\",3\n",
      "trips.txt": "route_id,service_id,trip_id\n"
        + runs.map { "\($0.1),W,\($0.0)\n" }.joined(),
      "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        + runs.map {
          "\($0.0),\($0.4):00,\($0.4):00,\($0.2),1\n\($0.0),\($0.5):00,\($0.5):00,\($0.3),2\n"
        }.joined(),
      "calendar.txt": """
      service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
      W,1,1,1,1,1,0,0,20260101,20261231

      """,
      "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB,B2,2,120\n",
    ]
    try FileManager.default.createDirectory(
      atPath: folder.file("feed"), withIntermediateDirectories: true)
    for (name, text) in files { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", folder.file("feed"), "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
    return folder.file("n.sqlite")
  }

  private func table(
    _ arguments: [String], origins: String, destinations: String, threads: Int = 2
  ) throws -> [String] {
    let from = try folder.write("o.csv", origins)
    let to = try folder.write("d.csv", destinations)
    let result = try Program.run(
      ["matrix", "--date", "2026-05-05", "--origins", from, "--destinations", to]
        + arguments + ["--out", folder.file("m.csv"), "--threads", "\(threads)"])
    #expect(result.status == 0, "\(result.errors)")
    return try folder.read("m.csv").split(separator: "\n").map(String.init)
  }

  /// From A at 08:00 the train is in B at 08:10, the walk in B2 at 08:12, the bus of 08:15 in C at
  /// 08:25. Of the minutes 07:59 and 08:00 (1560 s and 1500 s) the median is the first value, 1500:
  /// 0 + 0 + (600 + 600) + 120 + 180 + 0. To B it is 660 s and 600 s.
  @Test("--breakdown writes the parts of the median, which add up; a comma in a line is quoted")
  func breakdown() throws {
    let path = try network()
    let lines = try table(
      ["--stops", "--network", path, "--depart-window", "07:59-08:01", "--percentiles", "50,100"]
        + ["--breakdown"],
      origins: "id\nA\nC\n", destinations: "id\nC\nB\n")
    #expect(
      lines == [
        "from_id,to_id,travel_time_p50,travel_time_p100,departure_time,access_time,wait_time,"
          + "ride_time,transfer_time,transfer_wait_time,egress_time,total_time,n_rides,routes,"
          + "arrival_time",
        "A,C,1500,1560,08:00,0,0,1200,120,180,0,1500,2,\"IC|7,b\",08:25",
        "A,B,600,660,08:00,0,0,600,0,0,0,600,1,IC,08:10", "C,C,0,0,07:59,0,0,0,0,0,0,0,0,,07:59",
        "C,B,,,,,,,,,,,,,",
      ])
  }

  /// To be in B by 08:30 or 08:31 one leaves A at 08:20; the travel times are 600 s and 660 s, to be in
  /// C by then at 08:00: 1800 s and 1860 s. From B one walks at 08:13 to the bus of 08:15: 1020 s, 1080 s.
  @Test("a window of arrivals is written origin by origin too, by any number of threads")
  func order() throws {
    let path = try network()
    let options = ["--stops", "--network", path, "--arrive-window", "08:30-08:32"]
    for threads in [1, 2, 8] {
      #expect(
        try table(
          options + ["--percentiles", "1,100"], origins: "id\nA\nB\n",
          destinations: "id\nC\nB\nA\n", threads: threads) == [
            "from_id,to_id,travel_time_p01,travel_time_p100", "A,C,1800,1860", "A,B,600,660",
            "A,A,0,0", "B,C,1020,1080", "B,B,0,0", "B,A,,",
          ])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("."))
    #expect(!names.contains { $0.hasPrefix(".") })
  }

  /// 100 × 70 places along the line: more than a strip of the temporary file and a wave of rows.
  @Test(
    "all pairs give the lines that a file of these pairs gives",
    arguments: [["--depart-window", "07:45-08:15"], ["--arrive-window", "08:30-09:00"]])
  func pairs(window: [String]) throws {
    let path = try network()
    func places(_ name: String, _ count: Int) -> String {
      "id,lon,lat\n"
        + (0..<count).map { "\(name)\($0),4.30,\(50.79 + Double($0 * 7 % 230) / 1000)\n" }.joined()
    }
    let options = ["--network", path, "--breakdown"] + window
    let (from, to) = (places("o", 100), places("d", 70))
    let all = try table(options, origins: from, destinations: to)
    #expect(all.count == 7001)
    #expect(try table(options, origins: from, destinations: to, threads: 1) == all)
    let pairs = all.dropFirst().map { line in
      line.split(separator: ",").prefix(2).joined(separator: ",") + "\n"
    }
    let file = try folder.write("p.csv", "from_id,to_id\n" + pairs.joined())
    let listed = try table(options + ["--pairs", file], origins: from, destinations: to)
    #expect(listed == all)
    #expect(all.contains { $0.contains("IC") })
  }

  @Test("by car and on foot all pairs give the lines that a file of these pairs gives")
  func directPairs() throws {
    let places = "id,lon,lat\na,4.35,50.85\nb,4.36,50.86\nc,4.70,50.88\n"
    let file = try folder.write("p.csv", "from_id,to_id\nc,a\na,a\na,b\nc,a\n")
    for options in [["--mode", "walk"], ["--mode", "car", "--depart-window", "07:00-09:00"]] {
      let from = try folder.write("o.csv", places)
      let arguments = ["matrix", "--origins", from, "--destinations", from] + options
      let all = try Program.run(arguments).output.split(separator: "\n")
      let listed = try Program.run(arguments + ["--pairs", file]).output.split(separator: "\n")
      #expect(all.count == 10)
      #expect(listed == [all[0], all[7], all[1], all[2], all[7]])
    }
  }

  /// A home 20 minutes' walk from A (1231 m × 1.3 at 4.8 km/h is 1200 s) leaves at 23:45 to catch the
  /// train of 00:05.
  @Test("route takes the departure that a matrix prints, before midnight too")
  func dayBefore() throws {
    let path = try network()
    let home = 50.80 - 1230.0 / 111_195
    let lines = try table(
      ["--network", path, "--arrive-window", "00:15-00:16", "--breakdown"],
      origins: "id,lon,lat\nh,4.30,\(home)\n", destinations: "id,lon,lat\nb,4.30,50.90\n")
    let departure = try #require(
      lines.last?.split(separator: ",", omittingEmptySubsequences: false))
    #expect(departure[5].hasPrefix("23:4") && departure[5].hasSuffix(" (day before)"), "\(lines)")
    let result = try Program.run(
      "route", "--network", path, "--date", "2026-05-05", "--from", "\(home),4.30", "--to",
      "50.90,4.30", "--depart-at", String(departure[5]))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("\(departure[5]) – 00:15"), "\(result.output)")
  }

  @Test("a place where nothing can be written is told before the network is read")
  func outputFirst() throws {
    let points = try folder.write("o.csv", "id\nA\n")
    let result = try Program.run(
      "matrix", "--stops", "--network", folder.file("none.sqlite"), "--origins", points,
      "--destinations", points, "--depart-at", "08:00", "--out", folder.file("."))
    #expect(result.status == 74, "\(result.errors)")
  }
}
