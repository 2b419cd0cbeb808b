import Geography
import Routing
import Scenarios
import TransitRouting

/// The commutes between every home and every workplace by one mode, both ways, as percentiles.
struct CommuteTimes: Sendable {
  static let percentiles = [10, 50, 90]
  /// One for each of `percentiles`; in line, for there are two for each pair of places.
  typealias Seconds = SIMD3<Int32>

  /// Percentiles of one pair in seconds; `unreachable` where there is none.
  struct Pair: Sendable, Equatable {
    /// Seconds for each of `percentiles`.
    var morning = Seconds(repeating: WindowScan.unreachable)
    var evening = Seconds(repeating: WindowScan.unreachable)
    /// The facility where the vehicle stands, by its position in `facilities`; -1 without one.
    var facility: Int32 = -1
    /// Whether a way at either end is the straight line, the fallback where no street is.
    var usesStraightLineInMorning = false
    var usesStraightLineInEvening = false
    var usesStraightLine: Bool { usesStraightLineInMorning || usesStraightLineInEvening }

    /// Twice the mean of the two medians: the medians' sum, exact in whole seconds.
    var bothWays: Int? {
      guard morning[1] != WindowScan.unreachable, evening[1] != WindowScan.unreachable else {
        return nil
      }
      return Int(morning[1]) + Int(evening[1])
    }
  }

  let mode: CommuteMode
  let homeCount: Int
  /// `pairs[workplace * homeCount + home]`.
  private let pairs: [Pair]
  /// Of park and ride and bike and ride: the stations, and each home's ways to them.
  let parkAndRide: ParkAndRide?
  let facilityDoors: [[ParkAndRide.FacilityDoor]]

  func pair(home: Int, workplace: Int) -> Pair { pairs[workplace * homeCount + home] }

  /// How many pairs can be travelled, and how many of these use the straight line.
  var straightLineCount: (pairs: Int, onStraightLine: Int) {
    let reached = pairs.filter { $0.bothWays != nil }
    return (reached.count, reached.count(where: \.usesStraightLine))
  }

  /// - Parameter done: called with how many workplaces are ready, and of how many.
  static func computed(
    _ network: CommuteNetwork, _ mode: CommuteMode, workplaces: [Coordinate], threads: Int,
    done: @Sendable @escaping (Int, Int) -> Void
  ) async -> CommuteTimes {
    var parkAndRide: ParkAndRide?
    var facilityDoors: [[ParkAndRide.FacilityDoor]] = []
    if mode == .parkAndRide || mode == .bikeAndRide {
      parkAndRide = await network.parkAndRide(mode, threads: threads)
      facilityDoors =
        await parkAndRide?.doors(
          at: network.homes, morning: network.arrivals.middle,
          evening: network.departures.middle, threads: threads)
        ?? network.homes.map { _ in [] }
    }
    return await CommuteTimes(
      mode: mode, homeCount: network.homes.count, pairs: [], parkAndRide: parkAndRide,
      facilityDoors: facilityDoors
    ).to(workplaces, network, threads: threads, done: done)
  }

  /// Those of the same homes by the same mode to other workplaces.
  func to(
    _ workplaces: [Coordinate], _ network: CommuteNetwork, threads: Int,
    done: @Sendable @escaping (Int, Int) -> Void
  ) async -> CommuteTimes {
    let columns: [[Pair]]
    switch mode {
    case .transit:
      columns = await Self.transit(network, workplaces, threads, done)
    case .parkAndRide, .bikeAndRide:
      columns = await Self.overFacilities(network, facilityDoors, workplaces, threads, done)
    case .car:
      columns = await Self.byCar(network, workplaces, threads)
    case .walk, .bike, .eBike:
      columns = await Self.direct(network, mode, workplaces, threads, done)
    }
    return CommuteTimes(
      mode: mode, homeCount: homeCount, pairs: columns.flatMap { $0 }, parkAndRide: parkAndRide,
      facilityDoors: facilityDoors)
  }
}
