public import Geography
import StreetRouting

/// How long 10 km take in a city by car, beside a published figure.
///
/// Many pairs of places within 5 km of the centre, 4 to 8 km apart, are driven; the time for 10 km is
/// their time over their way. Parking is not in it, as it is not in the figures.
public struct CarCalibration: Sendable, Equatable {
  /// A published figure for 10 km.
  public struct Figure: Sendable, Equatable {
    public var name: String
    /// Hours of the day whose mean it is, in seconds.
    public var instants: [Int]
    public var secondsPer10Kilometers: Int
    public var source: String

    public init(name: String, instants: [Int], secondsPer10Kilometers: Int, source: String) {
      self.name = name
      self.instants = instants
      self.secondsPer10Kilometers = secondsPer10Kilometers
      self.source = source
    }
  }

  public struct Residual: Sendable, Equatable {
    public var figure: Figure
    public var secondsPer10Kilometers: Double

    /// Positive where the model is slower.
    public var percent: Double {
      (secondsPer10Kilometers / Double(figure.secondsPer10Kilometers) - 1) * 100
    }

    public var sentence: String {
      let (minutes, seconds) = Int(secondsPer10Kilometers.rounded()).quotientAndRemainder(
        dividingBy: 60)
      let (theirs, rest) = figure.secondsPer10Kilometers.quotientAndRemainder(dividingBy: 60)
      let sign = percent < 0 ? "−" : "+"
      let share = Int((abs(percent)).rounded())
      return
        "10 km within 5 km of the centre, \(figure.name): \(minutes) min \(seconds) s here, \(theirs) min "
        + "\(rest) s by \(figure.source): \(sign)\(share) %"
    }
  }

  public let residuals: [Residual]
  /// How many pairs were driven.
  public let pairCount: Int

  /// Brussels in 2022. The hours of the average are those of a working day with traffic; TomTom
  /// weighs by the traffic that it sees, which is not published.
  public static let brusselsFigures = [
    Figure(
      name: "average of the day", instants: (6..<22).map { $0 * 3600 + 1800 },
      secondsPer10Kilometers: 25 * 60 + 30, source: "TomTom Traffic Index 2022"),
    Figure(
      name: "peak", instants: [8 * 3600, 8 * 3600 + 1800, 17 * 3600, 17 * 3600 + 1800],
      secondsPer10Kilometers: 30 * 60 + 50, source: "TomTom Traffic Index 2022"),
  ]

  /// The Grand-Place.
  public static let brusselsCenter = Coordinate(latitude: 50.8467, longitude: 4.3525)

  /// Drives pairs of a lattice of places.
  ///
  /// - Parameter maximumPairs: an even choice of all pairs.
  /// - Returns: `nil` where the roads do not join enough of the places.
  public init?(
    _ car: CarTravel, around center: Coordinate = CarCalibration.brusselsCenter,
    figures: [Figure] = CarCalibration.brusselsFigures, maximumPairs: Int = 120
  ) {
    let pairs = Self.pairs(around: center, maximumPairs)
    var residuals: [Residual] = []
    var driven = 0
    for figure in figures {
      // All instants of a period have the same times.
      var seconds = 0.0
      for instants in Dictionary(grouping: figure.instants, by: { car.congestion.period(at: $0) })
        .sorted(by: { $0.key < $1.key }).map(\.value)
      {
        let travel = car.travel(at: instants[0])
        let routes = pairs.compactMap { pair -> (meters: Double, milliseconds: Int32)? in
          guard let from = travel.network.position(at: pair.from),
            let to = travel.network.position(at: pair.to), from.offStreetMeters < 1000,
            to.offStreetMeters < 1000,
            let route = travel.route(from: from.place, to: to.place, limitSeconds: 4 * 3600)
          else { return nil }
          return (route.lengthMeters, route.milliseconds)
        }
        driven = routes.count
        let meters = routes.reduce(0) { $0 + $1.meters }
        guard driven * 2 >= pairs.count, meters > 0 else { return nil }
        let pace = routes.reduce(0) { $0 + Double($1.milliseconds) } / 1000 / meters * 10_000
        seconds += pace * Double(instants.count)
      }
      residuals.append(
        Residual(figure: figure, secondsPer10Kilometers: seconds / Double(figure.instants.count)))
    }
    guard !pairs.isEmpty else { return nil }
    self.residuals = residuals
    pairCount = driven
  }

  /// Pairs of places of a lattice of about 1 km.
  private static func pairs(
    around center: Coordinate, _ maximum: Int
  ) -> [(from: Coordinate, to: Coordinate)] {
    let steps = -5...5
    let places = steps.flatMap { north in
      steps.map { east in
        Coordinate(
          latitude: center.latitude + Double(north) * 0.009,
          longitude: center.longitude + Double(east) * 0.0142)
      }
    }.filter { $0.distanceMeters(to: center) <= 5000 }
    let pairs = places.flatMap { from in
      places.filter { (4000...8000).contains(from.distanceMeters(to: $0)) }.map { (from, $0) }
    }
    guard pairs.count > maximum else { return pairs.map { (from: $0.0, to: $0.1) } }
    return (0..<maximum).map { pairs[$0 * pairs.count / maximum] }
  }
}
