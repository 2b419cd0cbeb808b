import Routing
import TabularText

/// The columns of `antenne matrix --breakdown`, named as r5r names them.
struct BreakdownColumns {
  /// With `--stops`; else minutes with one decimal.
  let isInSeconds: Bool
  /// Whether phases were drawn: journeys then name the draw, counted from 1.
  let hasDraws: Bool

  var header: [String] {
    [
      "departure_time", "access_time", "wait_time", "ride_time", "transfer_time",
      "transfer_wait_time", "egress_time", "total_time", "n_rides", "routes", "arrival_time",
    ] + (hasDraws ? ["draw"] : [])
  }

  /// - Parameter parts: `nil` for a cell whose median is unreachable.
  func cells(_ parts: JourneyParts?) -> [CSVWriter.Cell] {
    guard let parts else { return header.map { _ in .text(nil) } }
    let times: [CSVWriter.Cell]
    if isInSeconds {
      times = (parts.seconds + [parts.totalSeconds]).map { .integer($0) }
    } else {
      let tenths = parts.tenthsOfMinutes
      times = (tenths.parts + [tenths.total]).map { .decimal(Double($0) / 10, 1) }
    }
    return [.text(TimeOfDay.text(parts.departureSeconds))] + times + [
      .integer(parts.rideCount), .text(parts.linesText),
      .text(TimeOfDay.text(parts.arrivalSeconds)),
    ] + (hasDraws ? [.integer(parts.draw.map { $0 + 1 })] : [])
  }
}
