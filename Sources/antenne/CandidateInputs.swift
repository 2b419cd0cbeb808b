import Candidates
import Findings
import GTFSStore
import Geography
import PrincipalRoads
import Routing
import Scenarios
import StreetRouting
import Surroundings
import TabularText

/// Reads the files of the command; mistakes in several of them are told together.
struct CandidateInputs {
  private(set) var generator = CandidateGenerator()
  private(set) var describer: CandidateDescriber
  /// Of the timetable.
  let notes: [Finding]

  init(_ command: CandidatesCommand) throws(Failure) {
    let (sources, near) = (command.sources, command.near)
    var mistakes = InputMistakes()
    let attributes = try mistakes.collect { () throws(Failure) in
      try LineAttributes(Table.read(near.lineAttributes, else: LineAttributes.builtInTable))
    }
    let own = try mistakes.collect { () throws(Failure) in
      try sources.from.map { path throws(Failure) in try SiteTable.read(Table.read(path)) } ?? []
    }
    let boardings = try mistakes.collect { () throws(Failure) in
      try near.boardings.map { path throws(Failure) in try BoardingTable(Table.read(path)) }
    }
    let municipalities = try mistakes.collect { () throws(Failure) in
      try near.municipalities.map { path throws(Failure) in
        try MunicipalityAreas.read(path, property: near.nisProperty ?? "AdMuKey")
      }
    }
    let area = try mistakes.collect { () throws(Failure) in
      try sources.area.map { path throws(Failure) in try AreaFile.joined(path) }
    }
    let streets = try mistakes.collect { () throws(Failure) in
      try near.streets.map { path throws(Failure) in try StreetLoader.read(path) }
    }
    let car = try mistakes.collect { () throws(Failure) in
      try StreetLoader.car(streets: near.streets, roads: near.roads, parks: false)
    }
    guard let attributes, let own, let boardings, let municipalities, let area, let streets,
      let car, mistakes.findings.isEmpty
    else { throw .unusableData(mistakes.findings) }
    let (network, loaded) = try ServedNetworkLoader.load(command.network, on: command.date)
    notes = loaded.notes + (boardings?.notes ?? [])
    let roads = try PrincipalRoads()
    describer = CandidateDescriber(
      stations: Station.served(in: loaded.timetable),
      courses: LineCourses(network, attributes, assumesRailways: true), roads: roads,
      walking: StreetPaths(streets).travel(.walk), car: car, zones: try RoadTables.builtIn().zones)
    describer.boardings = boardings
    describer.municipalities = municipalities
    try add(sources, own, area, roads, network)
  }

  private mutating func add(
    _ sources: CandidateSourceOptions, _ own: [Site], _ area: MultiPolygon?,
    _ roads: PrincipalRoads, _ network: ServedNetwork
  ) throws(Failure) {
    generator.spacingMeters = sources.spacing
    generator.anchors = CandidateGenerator.Anchor.own(own)
    if let radius = sources.nearStations {
      generator.anchors += CandidateGenerator.Anchor.stations(
        describer.stations, radiusMeters: radius,
        precisionMeters: network.isModel ? network.precisionMeters : nil)
    }
    if let radius = sources.nearRingExits {
      generator.anchors += CandidateGenerator.Anchor.ringExits(roads, radiusMeters: radius)
    }
    if sources.airport {
      generator.anchors += try CandidateGenerator.Anchor.airportQuarters()
    }
    let zones = try Zones()
    if let kilometers = sources.withinKm {
      generator.keepAnchors(
        withinKilometers: kilometers, of: area ?? zones.region.geometry)
    }
    if sources.secondRing,
      let ring = zones.areas.first(where: { $0.identifier == Zone.secondRing.rawValue })
    {
      generator.areas.append(
        .init(
          name: ring.nameEnglish, geometry: ring.geometry, source: .secondRing,
          spacingMeters: sources.areaSpacing))
    }
    if let spacing = sources.grid, let area {
      generator.areas.append(
        .init(name: "grid", geometry: area, source: .grid, spacingMeters: spacing))
    }
  }
}
