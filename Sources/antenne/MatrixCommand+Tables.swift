import Findings
import Geography
import Routing
import Scenarios
import StreetRouting
import TransitRouting

extension MatrixCommand {
  func stopTable(_ points: MatrixPoints) async throws -> MatrixTable {
    let (joined, loaded) = try network.load(
      on: times.departAt?.date, for: window, walking: StraightLineTravel())
    let doors = await draws.draw(joined, loaded, threads: threads.threads)
    let finder = StopFinder(doors.timetable, file: network.network ?? "")
    let origins = try finder.get(points.origins).map { doors.door(atStop: $0) }
    let destinations = try finder.get(points.destinations).map { doors.door(atStop: $0) }
    let matrix = try matrix(doors)
    let direct: @Sendable (Int, Int) -> Int? = {
      doors.directTransferSeconds(origins[$0], destinations[$1])
    }
    guard let pairs = points.pairs else {
      let bar = Progress("matrix")
      let columns = try columns(hasDraws: !doors.draws.isEmpty)
      var table = try MatrixTable(points, columns, isByOrigin: matrix.isByOrigin, out: out)
      try await matrix.forEachRow(
        origins: origins, destinations: destinations, threads: threads.threads,
        directSeconds: direct, done: { bar.update($0, of: $1, unit: "searches") }
      ) { (row) throws(Failure) in try table.append(row) }
      return table
    }
    return try await pairTable(points, pairs, matrix, doors, origins, destinations, direct)
  }

  func transitTable(_ points: MatrixPoints) async throws -> MatrixTable {
    let paths = try modes.paths()
    let (joined, loaded) = try network.load(
      on: times.departAt?.date, for: window, walking: paths.travel(.walk))
    let doors = await draws.draw(joined, loaded, threads: threads.threads)
    Console.note("walks: " + doors.walkingSentence)
    let (plan, planNotes) = try await modes.plan(doors, paths, threads: threads.threads)
    for note in planNotes { Console.note(note) }
    let (from, to) = (points.origins.map(\.coordinate), points.destinations.map(\.coordinate))
    let isAtOrigin = modes.vehicleAt == .from
    let count = threads.threads
    let withVehicle = await plan.doors(
      at: isAtOrigin ? from : to, atSeconds: window.middle, threads: count
    ).map(\.door)
    let onFoot = await plan.doorsOnFoot(at: isAtOrigin ? to : from, threads: count).map(\.door)
    let origins = isAtOrigin ? withVehicle : onFoot
    let destinations = isAtOrigin ? onFoot : withVehicle
    let matrix = try matrix(doors)
    guard let pairs = points.pairs else {
      let bar = Progress("matrix")
      let isByOrigin = matrix.isByOrigin
      let columns = try columns(hasDraws: !doors.draws.isEmpty)
      var table = try MatrixTable(points, columns, isByOrigin: isByOrigin, out: out)
      let ways = plan.direct(isByOrigin ? to : from, isForward: isByOrigin)
      try await matrix.forEachRow(
        origins: origins, destinations: destinations, threads: count,
        directRows: { await ways.seconds(Array((isByOrigin ? from : to)[$0]), threads: count) },
        done: { bar.update($0, of: $1, unit: "searches") }
      ) { (row) throws(Failure) in try table.append(row) }
      return table
    }
    let direct = await plan.direct(to, isForward: true).seconds(from, threads: count)
    return try await pairTable(points, pairs, matrix, doors, origins, destinations) {
      direct[$0][$1]
    }
  }

  /// Some pairs, in the order of their file.
  private func pairTable(
    _ points: MatrixPoints, _ pairs: [(origin: Int, destination: Int)],
    _ matrix: TravelTimeMatrix, _ doors: DoorToDoorNetwork, _ origins: [Door],
    _ destinations: [Door],
    _ directSeconds: @Sendable @escaping (Int, Int) -> Int?
  ) async throws -> MatrixTable {
    let bar = Progress("matrix")
    let cells = await matrix.cells(
      origins: origins, destinations: destinations, pairs: pairs, threads: threads.threads,
      directSeconds: directSeconds, done: { bar.update($0, of: $1, unit: "searches") })
    var table = try MatrixTable(points, columns(hasDraws: !doors.draws.isEmpty), out: out)
    for cell in cells { try table.append(cell) }
    return table
  }

  /// By car, by bicycle or on foot all the way.
  func directTable(_ points: MatrixPoints) async throws -> MatrixTable {
    let means: DirectMatrix.Means
    if let streetMode = modes.mode.streetMode {
      let model = try modes.paths().travel(streetMode)
      Console.note("\(modes.mode.rawValue): " + model.basis.sentence)
      means = .travel(model)
    } else {
      let car = try modes.car()
      Console.note("car: " + car.basisSentence)
      means = .car(car, window)
    }
    let bar = Progress("matrix")
    let ranks = try ranks()
    var cells = points.pairs?.map {
      TravelTimeMatrix.Cell(
        origin: $0.origin, destination: $0.destination, seconds: [], usesStraightLine: false)
    }
    let pairsByOrigin = Dictionary(grouping: cells?.indices ?? 0..<0) { cells?[$0].origin ?? 0 }
    var table = try MatrixTable(points, columns(), out: out)
    try await DirectMatrix(by: means, percentiles: ranks, limitSeconds: network.maxMinutes * 60)
      .forEachRow(
        from: points.origins.map(\.coordinate), to: points.destinations.map(\.coordinate),
        threads: threads.threads, done: { bar.update($0, of: $1, unit: "origins") }
      ) { (row) throws(Failure) in
        if cells == nil { return try table.append(row) }
        for pair in pairsByOrigin[row.fixed, default: []] {
          guard let destination = cells?[pair].destination else { continue }
          cells?[pair].seconds = row.seconds(of: destination, ranks.count)
          cells?[pair].usesStraightLine = row.usesStraightLine[destination]
        }
      }
    for cell in cells ?? [] { try table.append(cell) }
    return table
  }
}
