import Findings
import Geography
import Yams

/// What a scenario changes about the sites of its file.
public struct SiteChanges: Sendable, Equatable {
  public struct Move: Sendable, Equatable {
    public var id: String
    public var meters: Double
  }

  public var added: [String] = []
  public var moved: [Move] = []
  public var closed: [String] = []

  /// What was changed, for the notes of a run; `nil` if nothing was.
  public var sentence: String? {
    let moves = moved.map { "\($0.id) by \(Int($0.meters.rounded())) m" }
    let parts = [("added", added), ("moved", moves), ("closed", closed)].filter { !$0.1.isEmpty }
      .map { "\($0.1.count) \($0.0) (\($0.1.joined(separator: ", ")))" }
    return parts.isEmpty ? nil : "sites: " + parts.joined(separator: "; ")
  }
}

extension SiteReader {
  static let changeKeys = ["add", "move", "close"]

  /// Applies `add`, `move` and `close` to the sites that count.
  ///
  /// - Parameter known: ids of all sites of the file, those that do not count too.
  static func change(
    _ sites: inout [Site], known: Set<String>, _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> SiteChanges {
    var changes = SiteChanges()
    for (item, field) in reader.items("close", in: section) ?? [] {
      let id = item.scalar?.string ?? ""
      guard let index = find(id, in: sites, known, item, field, &reader) else { continue }
      sites.remove(at: index)
      changes.closed.append(id)
    }
    for (item, field) in reader.items("move", in: section) ?? [] {
      guard
        let values = reader.section(
          item, field, keys: ["id", "lat", "lon", "zone", "municipality"])
      else { continue }
      let place = reader.place(values)
      guard let id = reader.text("id", in: values, isRequired: true),
        let index = find(id, in: sites, known, values.values["id"], "\(field).id", &reader),
        let place
      else { continue }
      changes.moved.append(
        .init(id: id, meters: sites[index].coordinate.distanceMeters(to: place)))
      sites[index].coordinate = place
      sites[index].coordinatePrecisionMeters = nil
      sites[index].zone = reader.text("zone", in: values) ?? sites[index].zone
      sites[index].municipality =
        reader.text("municipality", in: values) ?? sites[index].municipality
    }
    var ids = known
    for (item, field) in reader.items("add", in: section) ?? [] {
      guard let site = added(item, field, &reader) else { continue }
      if ids.insert(site.id).inserted {
        sites.append(site)
        changes.added.append(site.id)
      } else {
        reader.report(
          "duplicated_site", at: item, field: "\(field).id", value: site.id,
          "a site with this id is there already")
      }
    }
    return changes
  }

  private static func find(
    _ id: String, in sites: [Site], _ known: Set<String>, _ node: Node?, _ field: String,
    _ reader: inout YAMLReader
  ) -> Int? {
    if let index = sites.firstIndex(where: { $0.id == id }) { return index }
    reader.report(
      "unknown_site", at: node, field: field, value: id,
      known.contains(id)
        ? "the site is closed, or not of a status and zone asked for" : "there is no such site",
      remedy: nearestName(to: id, among: sites.map(\.id)).map { "did you mean \($0)?" })
    return nil
  }

  private static func added(
    _ item: Node, _ field: String, _ reader: inout YAMLReader
  ) -> Site? {
    guard
      let values = reader.section(
        item, field,
        keys: ["id", "name", "operator", "status", "zone", "municipality", "quarter", "lat", "lon"])
    else { return nil }
    let id = reader.text("id", in: values, isRequired: true)
    let place = reader.place(values)
    let status = reader.value(
      "status", in: values,
      takes: Site.Status.allCases.map(\.rawValue).joined(separator: ", "),
      Site.Status.init(rawValue:))
    guard let id, let place else { return nil }
    func text(_ key: String) -> String { reader.text(key, in: values) ?? "" }
    return Site(
      id: id, name: reader.text("name", in: values) ?? id, operatorName: text("operator"),
      kinds: [], status: status ?? .candidate, floorAreaSquareMeters: nil, openingYear: nil,
      quarter: text("quarter"), zone: text("zone"), municipality: text("municipality"),
      coordinate: place, coordinatePrecisionMeters: nil)
  }
}
