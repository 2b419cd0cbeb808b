import Hummingbird
import Impact

/// What is asked about one municipality, home or site of a run.
struct PlaceAnswers: Sendable {
  var runs: RunAnswers

  var endpoints: [Endpoint] {
    [
      .get("/api/v1/runs/{run}/municipalities/{municipality}") { _, context in
        let nis = try context.value("municipality")
        let result = try await runs.result(context)
        guard let found = result.municipalities.first(where: { $0.nis == nis }) else {
          throw APIError.notFound("unknown_municipality", "the run has no municipality '\(nis)'")
        }
        let rows = result.origins.filter { $0.municipality == nis }
        return try .json(
          MunicipalityAnswer(municipality: found, group: PlaceGroup(rows, of: result)))
      },
      .get("/api/v1/runs/{run}/homes/{home}") { _, context in
        let id = try context.value("home")
        let result = try await runs.result(context)
        let rows = result.origins.filter { $0.id == id }
        guard !rows.isEmpty else {
          throw APIError.notFound("unknown_home", "the run has no home '\(id)'")
        }
        return try .json(HomeAnswer(id, PlaceGroup(rows, of: result), result))
      },
      .get("/api/v1/runs/{run}/sites/{site}") { _, context in
        let id = try context.value("site")
        let result = try await runs.result(context)
        guard let site = result.sites.first(where: { $0.id == id }) else {
          throw APIError.notFound("unknown_site", "the run has no site '\(id)'")
        }
        let rows = result.origins.filter { $0.bestSite == id && $0.outcome == .gains }
        return try .json(
          SiteAnswer(
            site: site, group: PlaceGroup(rows, of: result, end: site.name),
            use: result.impact?.sites.first { $0.id == id }))
      },
    ]
  }
}

struct MunicipalityAnswer: Encodable, Sendable {
  var municipality: RunResult.MunicipalityResult
  var group: PlaceGroup
}

struct HomeAnswer: Encodable, Sendable {
  /// By one mode, to one office.
  struct ByMode: Encodable, Sendable {
    var mode: String
    var row: RunResult.ModeOrigin
  }

  var id: String
  var group: PlaceGroup
  var modes: [ByMode]

  init(_ id: String, _ group: PlaceGroup, _ result: RunResult) {
    self.id = id
    self.group = group
    modes = (result.modes ?? []).flatMap { mode in
      mode.origins.filter { $0.id == id }.map { ByMode(mode: mode.mode, row: $0) }
    }
  }
}

struct SiteAnswer: Encodable, Sendable {
  var site: RunResult.SiteResult
  /// Those for whom it is the best site.
  var group: PlaceGroup
  /// In the week of the scenario, seats counted.
  var use: RunResult.SiteUse?
}
