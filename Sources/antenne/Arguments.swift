public import ArgumentParser
import Foundation
import Geography
import Routing
public import TransitRouting

/// A time of the service day, `HH:MM` or `HH:MM:SS`, with or without a date before it
/// (`2019-10-29T08:00`); 24:00 and later is after midnight, `23:50 (day before)` before the one at
/// which the day begins, as outputs write it.
struct TimeArgument: ExpressibleByArgument, Sendable {
  let seconds: Int
  let date: ServiceDate?

  init?(argument: String) {
    let parts = argument.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count <= 2, let time = parts.last,
      let seconds = TimeOfDay.instant(String(time))
    else { return nil }
    self.seconds = seconds
    date = parts.count == 2 ? ServiceDate(parts[0]) : nil
    if parts.count == 2, date == nil { return nil }
  }
}

/// `07:00-09:00`, the end excluded.
struct WindowArgument: ExpressibleByArgument, Sendable {
  let minutes: [Int]

  init?(argument: String) {
    guard let range = TimeOfDay.window(argument) else { return nil }
    minutes = TimeWindow.minutes(from: range.lowerBound, to: range.upperBound)
  }
}

struct CoordinateArgument: ExpressibleByArgument, Sendable {
  let coordinate: Coordinate

  init?(argument: String) {
    let parts = argument.split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
    coordinate = Coordinate(latitude: latitude, longitude: longitude)
    guard coordinate.isValid else { return nil }
  }
}

extension ServiceDate: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

struct ThreadOptions: ParsableArguments {
  @Option(help: "Threads to use (default: all cores). The result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
  }
}
