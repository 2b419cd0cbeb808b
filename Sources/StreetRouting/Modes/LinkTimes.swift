/// How long each directed link takes by one mode.
public struct LinkTimes: Sendable {
  /// The longest time of one link: what 24 days' worth of milliseconds leaves for sums of them.
  public static let maximumMilliseconds: Int32 = 100_000_000
  /// The slowest a car is taken to be, km/h, however long the congestion.
  static let minimumCarSpeedKilometersPerHour = 1.0

  public let mode: StreetMode
  /// By the raw value of directed links, rounded to whole milliseconds.
  public let milliseconds: [Int32]

  /// On foot or by bicycle at one's own speed, which steps and surfaces lower.
  ///
  /// - Parameters:
  ///   - speedKilometersPerHour: on a good street.
  ///   - pushingSpeedKilometersPerHour: where a bicycle is pushed; on steps slower, as on foot.
  public init(
    _ streets: StreetGraph, _ mode: StreetMode, speedKilometersPerHour: Double,
    pushingSpeedKilometersPerHour: Double = 4.8
  ) {
    precondition(speedKilometersPerHour > 0 && pushingSpeedKilometersPerHour > 0)
    let isOnFoot = mode == .walk
    self.init(streets, mode) { link in
      let passage = streets.passage(link)
      let percent = isOnFoot ? passage.footPercent : passage.bicyclePercent
      if !isOnFoot, percent == Passage.pushed {
        let pushing = min(pushingSpeedKilometersPerHour, speedKilometersPerHour)
        return pushing * Double(max(1, passage.footPercent)) / 100
      }
      return speedKilometersPerHour * Double(max(1, percent)) / 100
    }
  }

  /// By car.
  ///
  /// - Parameter factor: how many times the free-flow time each directed link takes; at least 0.01 counts.
  public init(carOn streets: StreetGraph, factor: (DirectedLink) -> Double = { _ in 1 }) {
    self.init(streets, .car) { link in
      let factor = factor(link)
      precondition(!factor.isNaN, "a factor that is no number")
      let speed = Double(streets.passage(link).carSpeedTenths) / 10 / max(0.01, factor)
      return max(Self.minimumCarSpeedKilometersPerHour, speed)
    }
  }

  private init(_ streets: StreetGraph, _ mode: StreetMode, _ speed: (DirectedLink) -> Double) {
    self.mode = mode
    milliseconds = (0..<2 * streets.links.count).map { raw in
      let directed = DirectedLink(raw: Int32(raw))
      let link = streets.links[directed.link]
      var speed = speed(directed)
      if link.roadClass == .ferry {
        speed = max(0.1, Double(streets.passage(directed).carSpeedTenths) / 10)
      }
      // cm / (km/h) = 36 ms
      let milliseconds = (Double(link.lengthCentimeters) * 36 / speed).rounded()
      return Int32(min(milliseconds, Double(Self.maximumMilliseconds)))
    }
  }
}
