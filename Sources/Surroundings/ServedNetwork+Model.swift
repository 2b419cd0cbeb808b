public import Findings
import Geography
import ModelNetwork
import TransitRouting

extension ServedNetwork {
  /// The built-in model network: trains as those of SNCB, metro and trams as those of STIB.
  public static func model() throws(Failure) -> ServedNetwork {
    let courses: [Course]
    do throws(ModelNetworkError) {
      courses = try ModelNetwork().courses
    } catch {
      throw .defect("the embedded model network: \(error)")
    }
    var positions: [String: Int] = [:]
    var places: [Place] = []
    var lines: [Line] = []
    for course in courses {
      let pattern = course.calls.map { call in
        if let known = positions[call.identifier] { return known }
        positions[call.identifier] = places.count
        places.append(
          Place(
            name: call.name,
            coordinate: Coordinate(latitude: call.latitude, longitude: call.longitude)))
        return places.count - 1
      }
      let mode: TransitMode =
        switch course.mode {
        case .metro: .metro
        case .tram: .tram
        case .train: .rail
        }
      lines.append(
        Line(
          operatorName: mode == .rail ? "SNCB" : "STIB", mode: mode, shortName: course.shortName,
          patterns: [pattern]))
    }
    return ServedNetwork(
      name: "the built-in model network", isModel: true, precisionMeters: modelPrecisionMeters,
      places: places, lines: lines)
  }
}
