import Findings
import GRDB
import TransitRouting

/// Turns `transfers.txt` into transfers between stops; a station stands for its platforms, and the
/// most specific rule wins (GTFS reference, transfers.txt, "Specificity").
struct TransferLoader {
  private let database: Database
  private let stops: StopTable

  init(_ database: Database, stops: StopTable) {
    self.database = database
    self.stops = stops
  }

  func load(into builder: inout TimetableBuilder, _ notes: inout [Finding], file: String) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT from_stop_key, to_stop_key, COALESCE(transfer_type, 0) AS type, min_transfer_time,
          COALESCE(from_route_key, to_route_key, from_trip_key, to_trip_key) IS NOT NULL
            AS is_specific
        FROM store_transfers ORDER BY rowid
        """)
    var rules: [(rank: Int, from: Int, to: Int, seconds: Int?)] = []
    var ignored = 0
    for row in rows {
      guard row["is_specific"] == false, let from: Int = row["from_stop_key"],
        let to: Int = row["to_stop_key"], let type: Int = row["type"], type <= 3
      else {
        ignored += 1
        continue
      }
      let isStation = [from, to].count { stops.platforms[$0] != nil }
      let minimum: Int? = row["min_transfer_time"]
      for origin in stops.members(of: from) {
        for target in stops.members(of: to) {
          let seconds: Int?
          switch type {
          case 3: seconds = nil
          case 1: seconds = minimum ?? 0
          default: seconds = minimum ?? walkSeconds(origin, target)
          }
          rules.append((rank: 2 - isStation, origin, target, seconds))
        }
      }
    }
    // Later transfers override earlier ones, so the most specific come last.
    for rank in 0...2 {
      for rule in rules where rule.rank == rank {
        guard let from = stops.indices[rule.from], let to = stops.indices[rule.to] else { continue }
        builder.add(transfer: Transfer(from: from, to: to, seconds: rule.seconds))
      }
    }
    if ignored > 0 {
      notes.append(
        Finding(
          "transfer_not_used", .warning, file: file, field: "transfers.txt",
          message: "rules between routes or trips and in-seat transfers are not used in routing",
          count: ignored))
    }
  }

  /// For rules that name no time: the straight line × 1.3 at 4.8 km/h.
  private func walkSeconds(_ from: Int, _ to: Int) -> Int {
    guard from != to, let meters = stops.distanceMeters(from, to) else { return 0 }
    return Int((meters * 1.3 / (4.8 / 3.6)).rounded(.up))
  }
}
