import Scenarios

/// The document's counts beside each other and beside the records of a catalogue.
enum CountFacts {
  static let document = "ABOUT.brussels #01"

  /// Sums of parts against the document's own totals, then every count against the records.
  static func facts(_ counts: [DocumentCount], _ records: [SiteRecord]) -> [Fact] {
    sums(counts) + counts.map { fact($0, records) }
  }

  /// `86 = 59 + 18 + 9`, for each breakdown of each total.
  static func sums(_ counts: [DocumentCount]) -> [Fact] {
    counts.flatMap { total in
      let parts = counts.filter { $0.total == total.identifier }
      var breakdowns: [String] = []
      for part in parts where !breakdowns.contains(part.breakdown) {
        breakdowns.append(part.breakdown)
      }
      return breakdowns.map { breakdown in
        let values = parts.filter { $0.breakdown == breakdown }.map(\.value)
        return Fact(
          "the document's own sums", "\(total.what), by \(breakdown)", claim: Claim(total.value),
          ours: Estimate(values.reduce(0, +)), unit: total.unit,
          tension: "the parts do not add up to the total",
          note: values.map { Fact.number($0) }.joined(separator: " + "),
          source: document)
      }
    }
  }

  private static func fact(
    _ count: DocumentCount, _ records: [SiteRecord]
  ) -> Fact {
    let covered = records.filter(count.covers)
    let ours =
      switch count.measure {
      case .records: Double(covered.count)
      case .floorArea: covered.reduce(0) { $0 + ($1.site.floorAreaSquareMeters ?? 0) }
      }
    // The rows of a printed table are all there; the catalogue as a whole is not complete.
    let isPart = count.recordSource.isEmpty
    return Fact(
      topic(count), count.what,
      claim: Claim(count.value), ours: Estimate(ours), unit: count.unit, tension: count.tension,
      isPart: isPart,
      source: count.basis == .printed ? document : "\(document), \(count.basis.rawValue)")
  }

  private static func topic(_ count: DocumentCount) -> String {
    if !count.recordSource.isEmpty { return "table 1, large take-ups" }
    return count.operators.isEmpty ? "counts against records" : "operators against records"
  }
}

extension DocumentCount {
  fileprivate var unit: String { measure == .records ? "" : "m²" }
}
