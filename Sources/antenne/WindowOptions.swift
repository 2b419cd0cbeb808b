import ArgumentParser
import Routing

/// The minutes that travel times are taken over, and what is told of their distribution.
struct WindowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Each minute of a window of departures.", valueName: "07:00-09:00"))
  var departWindow: WindowArgument?

  @Option(help: ArgumentHelp("Each minute of a window of arrivals.", valueName: "08:00-09:30"))
  var arriveWindow: WindowArgument?

  @Option(help: ArgumentHelp("One departure.", valueName: "08:00"))
  var departAt: TimeArgument?

  @Option(
    help: ArgumentHelp(
      "Percentages, separated by commas (default: 50; for the window of a matrix 10,50,90).",
      valueName: "10,50,90"))
  var percentiles: String?

  /// How many times of departure, or of arrival, were given.
  var departureCount: Int { [departWindow != nil, departAt != nil].count { $0 } }
  var arrivalCount: Int { arriveWindow != nil ? 1 : 0 }

  /// `nil` where no time was given.
  var window: TimeWindow? {
    if let departWindow { return .departures(departWindow.minutes) }
    if let arriveWindow { return .arrivals(arriveWindow.minutes) }
    return departAt.map { .departures([$0.seconds]) }
  }

  /// The percentages in the order given; `usual` where none were.
  func ranks(usual: [Int]) throws -> [Int] {
    try percentiles.map { try WholeNumbers.read($0, "--percentiles", 0...100) } ?? usual
  }
}

/// Lists such as `15,30,45`.
enum WholeNumbers {
  /// Different numbers within a range, in the order given.
  static func read(
    _ text: String, _ option: String, _ range: ClosedRange<Int>
  ) throws(ValidationError) -> [Int] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = parts.compactMap { Int($0) }
    guard values.count == parts.count, values.allSatisfy(range.contains),
      Set(values).count == values.count
    else {
      throw ValidationError(
        "\(option) takes different whole numbers in \(range.lowerBound) to \(range.upperBound), "
          + "separated by commas")
    }
    return values
  }
}
