import Foundation
import TestSupport
import Testing

/// Trips that run at a headway and at no stated times, in the commands.
@Suite("random phases")
struct DrawsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A bus from A to B in ten minutes, every ten minutes from 06:00 to 22:00.
  private func network() throws -> String {
    let files = [
      "agency.txt":
        "agency_id,agency_name,agency_url,agency_timezone\nT,T,http://t.be,Europe/Brussels\n",
      "stops.txt":
        "stop_id,stop_name,stop_lat,stop_lon\nA,Alpha,50.80,4.30\nB,Beta,50.90,4.40\n",
      "routes.txt": "route_id,route_short_name,route_type\nR,7,3\n",
      "trips.txt": "route_id,service_id,trip_id\nR,W,T\n",
      "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        + "T,00:00:00,00:00:00,A,1\nT,00:10:00,00:10:00,B,2\n",
      "frequencies.txt": "trip_id,start_time,end_time,headway_secs\nT,06:00:00,22:00:00,600\n",
      "calendar.txt":
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        + "W,1,1,1,1,1,0,0,20260101,20261231\n",
    ]
    try FileManager.default.createDirectory(
      atPath: folder.file("feed"), withIntermediateDirectories: true)
    for (name, text) in files { try folder.write("feed/" + name, text) }
    let result = try Program.run("import", folder.file("feed"), "--into", folder.file("n.sqlite"))
    #expect(result.status == 0, "\(result.errors)")
    return folder.file("n.sqlite")
  }

  private func matrix(_ options: [String]) throws -> Program.Output {
    let pairs = try folder.write("p.csv", "from_id,to_id\nA,B\n")
    return try Program.run(
      ["matrix", "--stops", "--network", folder.file("n.sqlite"), "--date", "2026-05-05"]
        + ["--pairs", pairs] + options)
  }

  /// At 08:00 the wait is the phase, uniform in 0 to 599 s: of 600 draws the shortest and the longest
  /// travel time lie near 600 and 1199 s, the median near 900 s (standard error 300 / √600 = 12 s).
  @Test(
    "percentiles of one minute run over the draws; seed and draws are named, threads are not felt")
  func percentiles() throws {
    _ = try network()
    let options = ["--depart-at", "08:00", "--percentiles", "0,50,100", "--draws", "600"]
    let one = try matrix(options)
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.errors.contains("600 draws, seed 1"))
    let cells = one.output.split(separator: "\n")[1].split(separator: ",").dropFirst(2)
    let seconds = cells.compactMap { Int($0) }
    #expect(seconds.count == 3)
    #expect((600..<615).contains(seconds[0]) && (1185..<1200).contains(seconds[2]))
    #expect(abs(seconds[1] - 900) < 50)
    for threads in ["1", "8"] {
      #expect(try matrix(options + ["--threads", threads]).output == one.output)
    }
    let other = try matrix(options + ["--seed", "2"])
    #expect(other.errors.contains("600 draws, seed 2") && other.output != one.output)
  }

  @Test("route shows the journey of the draw that --breakdown names")
  func itinerary() throws {
    let path = try network()
    let result = try matrix(["--depart-window", "08:00-08:30", "--breakdown", "--seed", "5"])
    #expect(result.errors.contains("20 draws, seed 5"))
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let cells = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
    let route = try Program.run(
      "route", "--stops", "--network", path, "--date", "2026-05-05", "--from", "A", "--to", "B",
      "--depart-at", cells["departure_time"] ?? "", "--draw", cells["draw"] ?? "", "--seed", "5")
    #expect(route.status == 0, "\(route.errors)")
    #expect(route.errors.contains("draw \(cells["draw"] ?? "") of seed 5"))
    #expect(route.output.contains("– \(cells["arrival_time"] ?? "?") "), "\(route.output)")
    #expect(cells["travel_time_p50"] == cells["total_time"])
  }

  @Test("an isochrone and a run name their draws")
  func outputs() throws {
    let path = try network()
    let reach = try Program.run(
      "isochrone", "--network", path, "--date", "2026-05-05", "--from", "50.80,4.30", "--minutes",
      "30", "--cell-meters", "500", "--draws", "3")
    #expect(reach.status == 0, "\(reach.errors)")
    #expect(reach.output.contains("\"draws\" : 3") && reach.output.contains("\"seed\" : 1"))
    try folder.write("staff.csv", "id,lat,lon\nana,50.801,4.301\n")
    try folder.write("sites.csv", "id,lat,lon\nS,50.802,4.302\n")
    let scenario = """
      name: test
      network: n.sqlite
      date: 2026-05-05
      demand: {employees: {file: staff.csv}}
      offices: [{name: O, lat: 50.9, lon: 4.4}]
      sites: {file: sites.csv}
      draws: 4
      seed: 9

      """
    let run = try Program.run(
      "run", folder.write("s.yaml", scenario), "--out", folder.file("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("4 draws, seed 9"))
    let parameters = try folder.read("out/parameters.csv")
    #expect(parameters.contains("draws,4,") && parameters.contains("seed,9,"))
    let wrong = scenario.replacing("draws: 4", with: "draws: 0")
      .replacing("seed: 9", with: "seed: -9")
    let refused = try Program.run(
      "run", folder.write("w.yaml", wrong), "--out", folder.file("out2"))
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains("w.yaml:7: error") && refused.errors.contains("w.yaml:8: error"))
  }

  @Test(
    "draws are refused where nothing is drawn from a timetable",
    arguments: [
      ["matrix", "--origins", "o", "--destinations", "d", "--mode", "car", "--depart-at", "08:00"]
        + ["--draws", "3"],
      ["isochrone", "--from", "50.8,4.3", "--mode", "walk", "--seed", "3"],
      ["route", "--from", "50.8,4.3", "--to", "50.9,4.3", "--mode", "car", "--depart-at", "08:00"]
        + ["--draw", "3"],
      ["route", "--network", "n", "--from", "1,2", "--to", "1,2", "--depart-at", "08:00"]
        + ["--seed", "3"],
      ["matrix", "--network", "n", "--origins", "o", "--destinations", "d", "--depart-at", "08:00"]
        + ["--draws", "0"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
