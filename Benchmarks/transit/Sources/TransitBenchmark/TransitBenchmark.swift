import Foundation
import GTFSStore
import Geography
import Routing
import TransitRouting

enum BenchmarkError: Error {
  case usage, unknownStop(String), noAnswer, badPoint(String), badDate(String)
}

/// What `run.py` starts: it times the work named first and prints seconds by work as JSON.
///
///     answers DATABASE DATE FROM COUNT PAIRS             (prints the answers themselves)
///     stops DATABASE DATE FROM COUNT ORIGINS             (COUNT departures, one a minute)
///     matrix DATABASE DATE FROM COUNT depart|arrive STREETS ORIGINS DESTINATIONS THREADS OUT
///     load DATABASE DATE
///
/// ORIGINS, DESTINATIONS and PAIRS are files: a stop id a line, `from,to`, or points as `lon,lat`.
@main
struct TransitBenchmark {
  static func main() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 3 else { throw BenchmarkError.usage }
    guard let date = ServiceDate(words[2]) else { throw BenchmarkError.badDate(words[2]) }
    var clock = WorkClock()
    switch (words[0], words.count) {
    case ("answers", 6):
      let queries = try StopQueries(words[1], date)
      let pairs = try lines(words[5]).map { line in
        let parts = line.split(separator: ",").map(String.init)
        guard parts.count == 2 else { throw BenchmarkError.badPoint(line) }
        return (from: parts[0], to: parts[1])
      }
      let text = try queries.answers(pairs, try minutes(words))
      print(text, terminator: "")
      return
    case ("stops", 6):
      let queries = try StopQueries(words[1], date)
      try queries.time(origins: try lines(words[5]), try minutes(words), clock: &clock)
    case ("matrix", 11):
      let instants = try minutes(words)
      guard let threads = Int(words[9]) else { throw BenchmarkError.usage }
      let matrix = DoorMatrix(
        database: words[1], streets: words[6], date: date,
        window: words[5] == "depart" ? .departures(instants) : .arrivals(instants),
        threads: threads)
      let cells = try await matrix.run(
        try points(words[7]), try points(words[8]), clock: &clock)
      try cells.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: words[10])) }
    case ("load", 3):
      for _ in 0..<5 {
        clock.start()
        let loaded = try NetworkDatabase(words[1]).loadTimetable(on: date)
        clock.stop("timetable")
        clock.start()
        _ = DoorToDoorNetwork(withoutWalks: loaded.timetable, options: TransitOptions())
        clock.stop("network")
      }
    default:
      throw BenchmarkError.usage
    }
    print(try clock.json())
  }

  private static func minutes(_ words: [String]) throws -> [Int] {
    guard let from = TimeOfDay.seconds(words[3]), let count = Int(words[4]) else {
      throw BenchmarkError.usage
    }
    return TimeWindow.minutes(from: from, to: from + 60 * count)
  }

  private static func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static func points(_ path: String) throws -> [Coordinate] {
    try lines(path).map { line in
      let parts = line.split(separator: ",").compactMap { Double($0) }
      guard parts.count == 2 else { throw BenchmarkError.badPoint(line) }
      return Coordinate(latitude: parts[1], longitude: parts[0])
    }
  }
}
