public import TransitRouting

/// What a travel time consists of, in seconds: the parts add up to `totalSeconds`, which is the
/// travel time of a window's minute, waiting included.
public struct JourneyParts: Sendable, Equatable {
  /// The instant of a window of departures; of arrivals when one has to set out.
  public var departureSeconds: Int
  /// When one is there; of a window of arrivals its instant.
  public var arrivalSeconds: Int
  /// To the first stop; of a journey without any vehicle all the way.
  public var accessSeconds = 0
  /// Of departures before the first vehicle, at the door or at the stop. Of arrivals what is left
  /// at the destination before the instant: who leaves as late as possible does not wait earlier.
  public var waitSeconds = 0
  /// Aboard, the stays of the vehicle included.
  public var rideSeconds = 0
  /// Walks from stop to stop between two vehicles.
  public var transferSeconds = 0
  /// The rest between two vehicles, a change within a stop and transfer slack included.
  public var transferWaitSeconds = 0
  /// From the last stop.
  public var egressSeconds = 0
  /// The lines of each ride: several where passengers stay seated and the vehicle goes on as another
  /// line.
  public var lines: [[String]] = []
  /// The draw of phases that it runs in, counted from 0; `nil` where nothing is drawn.
  public var draw: Int?

  public var totalSeconds: Int { arrivalSeconds - departureSeconds }
  public var rideCount: Int { lines.count }
  /// In the order of `totalSeconds`' sum: access, first wait, ride, transfer walk, transfer wait,
  /// egress.
  public var seconds: [Int] {
    [
      accessSeconds, waitSeconds, rideSeconds, transferSeconds, transferWaitSeconds, egressSeconds,
    ]
  }

  /// - Parameters:
  ///   - direction: forward for a journey from an instant on, backward for one that is there by it.
  ///   - instant: the departure, or the latest arrival, in seconds.
  public init(
    _ journey: Journey, _ timetable: Timetable, _ direction: SearchDirection, at instant: Int,
    draw: Int? = nil
  ) {
    self.draw = draw
    departureSeconds = direction == .forward ? instant : journey.departureSeconds
    arrivalSeconds = direction == .forward ? journey.arrivalSeconds : instant
    waitSeconds =
      direction == .forward
      ? journey.departureSeconds - instant : instant - journey.arrivalSeconds
    var clock = journey.departureSeconds
    for leg in journey.legs {
      switch leg {
      case .walk(let from, let to, let departure, let arrival):
        let seconds = arrival - departure
        if from == nil {
          accessSeconds = seconds
        } else if to == nil {
          egressSeconds = seconds
        } else {
          transferSeconds += seconds
        }
        clock = arrival
      case .ride(let trip, let board, let alight, let staysSeated):
        let line = timetable.routes[timetable.trips[trip.position].route.position].lineName
        let aboard = Int(timetable.stopEvents[board].departureSeconds)
        let out = Int(timetable.stopEvents[alight].arrivalSeconds)
        if staysSeated, let last = lines.indices.last {
          // The vehicle stands at the end of one trip until the next one begins.
          rideSeconds += out - clock
          if lines[last].last != line { lines[last].append(line) }
        } else {
          transferWaitSeconds += aboard - clock
          rideSeconds += out - aboard
          lines.append([line])
        }
        clock = out
      }
    }
  }

  /// The lines of all rides, `1|IC|7`; `92+93` is a vehicle that goes on as another line.
  public var linesText: String {
    lines.map { ride in
      ride.map { $0.replacing("|", with: "/") }.joined(separator: "+")
    }.joined(separator: "|")
  }

  /// `seconds` and their sum in tenths of a minute, so rounded that the parts still add up to the
  /// sum: each is the difference of two times of the journey that are rounded to the nearest tenth.
  /// No part is off by a tenth or more, and no part of 0 s becomes any.
  public var tenthsOfMinutes: (parts: [Int], total: Int) {
    var (parts, elapsed, before) = ([Int](), 0, 0)
    for part in seconds {
      elapsed += part
      let rounded = (elapsed + 3) / 6
      parts.append(rounded - before)
      before = rounded
    }
    return (parts, before)
  }
}

extension Timetable.Route {
  /// What passengers call the line.
  var lineName: String { shortName.isEmpty ? longName : shortName }
}
