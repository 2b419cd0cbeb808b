import Geography
import Impact
import SiteSelection
import TabularText

extension SiteNetwork {
  /// One site of the best network.
  public struct Row: Encodable, Sendable {
    public var order: Int
    public var site: BatchRow.Candidate
    /// `candidate`, or `open`.
    public var kind: String
    /// Of the objective: hours a year, or person-days a weekday.
    public var value: Double
    /// Person-days on a mean weekday.
    public var personDaysPerWeekday: Double
    public var seatsPerDay: Double?
    /// What one more seat would add to the objective.
    public var valueOfOneMoreSeat: Double
    public var hoursSavedPerYearAlone: Double
  }

  /// The open sites, new and old, by what they add.
  public var rows: [Row] {
    selection.uses.sorted {
      ($1.value, members[$0.site].row.site.id) < ($0.value, members[$1.site].row.site.id)
    }.enumerated().map { order, use in
      let member = members[use.site]
      return Row(
        order: order + 1, site: member.row.site,
        kind: member.kind == .candidate ? "candidate" : "open", value: use.value,
        personDaysPerWeekday: use.amount, seatsPerDay: member.seatsPerDay,
        valueOfOneMoreSeat: use.seatValue,
        hoursSavedPerYearAlone: member.row.result.hoursSavedPerYear)
    }
  }

  private var valueName: String {
    switch objective {
    case .hours: "hours_saved_per_year"
    case .covered: "person_days_covered_per_weekday"
    }
  }

  public var csv: String {
    var writer = CSVWriter(header: [
      "order", "site_id", "name", "operator", "zone", "municipality", "lon", "lat", "kind",
      valueName, "person_days_per_weekday", "seats_per_day", "value_of_one_more_seat",
      "hours_saved_per_year_alone",
    ])
    for row in rows {
      writer.append([
        .integer(row.order), .text(row.site.id), .text(row.site.name),
        .text(row.site.operatorName), .text(row.site.zone), .text(row.site.municipality),
        .decimal(row.site.coordinate.longitude, 5), .decimal(row.site.coordinate.latitude, 5),
        .text(row.kind), .decimal(row.value, 1), .decimal(row.personDaysPerWeekday, 2),
        .decimal(row.seatsPerDay, 1), .decimal(row.valueOfOneMoreSeat, 2),
        .decimal(row.hoursSavedPerYearAlone, 1),
      ])
    }
    return writer.text
  }

  /// How good the choice is, in words.
  public var sentence: String {
    let unit =
      switch objective {
      case .hours: "hours a year"
      case .covered(let minutes):
        "person-days a weekday within \(CSVWriter.fixed(minutes, 0)) minutes"
      }
    func number(_ value: Double) -> String { CSVWriter.fixed(value, objective == .hours ? 0 : 1) }
    let best =
      selection.isProvenOptimal
      ? "no other choice is better"
      : "no choice is worth more than \(number(selection.bound)): the gap is at most "
        + "\(CSVWriter.fixed(selection.gap * 100, 2)) %"
    let closed = selection.closed.map { members[$0].row.site.id }
    return "\(selection.chosen.count) new sites, \(number(selection.value)) \(unit); \(best)"
      + (closed.isEmpty ? "" : "; closed: \(closed.joined(separator: ", "))")
  }
}
