public import Findings
public import SiteSelection
public import TabularText

/// A ranking by several criteria: columns of the ranking or of the file of candidates, with weights.
public struct CriteriaTable: Sendable {
  /// A column and its weight; below 0 less is better.
  public struct Weight: Sendable, Equatable {
    public var column: String
    public var weight: Double

    /// - Parameter text: such as `hours_saved_per_year=3`, or `cost_eur_per_year=-1`.
    public init?(_ text: String) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let weight = Double(parts[1]), weight.isFinite
      else { return nil }
      (column, self.weight) = (String(parts[0]), weight)
    }
  }

  public let ranking: SiteRanking
  public let scores: CriteriaScores
  private let ranges: [RankRange]

  static let draws = 1_000

  /// - Parameter candidates: the file, for columns that the ranking does not have.
  /// - Throws: `unusableData` for a column that neither has, and for cells that are no numbers.
  public init(
    _ ranking: SiteRanking, _ weights: [Weight], candidates: Table, seed: UInt64
  ) throws(Failure) {
    self.ranking = ranking
    var findings: [Finding] = []
    var criteria: [Criterion] = []
    for weight in weights {
      let values =
        ranking.values(of: weight.column)
        ?? Self.values(of: weight.column, ranking, candidates, &findings)
      guard let values else { continue }
      criteria.append(
        Criterion(
          name: weight.column, direction: weight.weight < 0 ? .lessIsBetter : .moreIsBetter,
          weight: abs(weight.weight), values: values))
    }
    guard findings.isEmpty else { throw .unusableData(findings) }
    do {
      scores = try CriteriaScores(criteria)
    } catch {
      throw .unusableData(
        error.list.map { Finding("invalid_criterion", file: candidates.file, message: "\($0)") })
    }
    ranges = scores.rankRanges(draws: Self.draws, seed: seed)
  }

  private static func values(
    of column: String, _ ranking: SiteRanking, _ table: Table, _ findings: inout [Finding]
  ) -> [Double?]? {
    guard let id = table.findColumn("site_id") ?? table.findColumn("id"),
      let position = table.column(column, &findings)
    else { return nil }
    var known: [String: Double] = [:]
    for row in table.rows where !row.cells[position].isEmpty {
      if let value = Double(row.cells[position]), value.isFinite {
        known[row.cells[id]] = value
      } else {
        findings.append(
          Finding(
            "invalid_number", file: table.file, line: row.line, field: column,
            value: row.cells[position], message: "not a number",
            remedy: "leave the cell empty where it is not known"))
      }
    }
    return ranking.rows.map { known[$0.site.id] }
  }

  public struct Row: Encodable, Sendable {
    public var scoreRank: Int
    public var score: Double
    public var bestScoreRank: Int
    public var worstScoreRank: Int
    public var shareFirst: Double
    public var candidate: SiteRanking.Row
  }

  /// The candidates by score.
  public var rows: [Row] {
    ranking.rows.indices.map { index in
      Row(
        scoreRank: scores.ranks[index], score: scores.scores[index],
        bestScoreRank: ranges[index].best, worstScoreRank: ranges[index].worst,
        shareFirst: ranges[index].shareFirst, candidate: ranking.rows[index])
    }.sorted { $0.scoreRank < $1.scoreRank }
  }

  /// The candidates by score, with the columns of the ranking.
  public var csv: String {
    var writer = CSVWriter(
      header: ["score_rank", "score", "best_score_rank", "worst_score_rank", "share_first"]
        + SiteRanking.header)
    for row in rows {
      writer.append(
        [
          .integer(row.scoreRank), .decimal(row.score, 4), .integer(row.bestScoreRank),
          .integer(row.worstScoreRank), .decimal(row.shareFirst, 3),
        ] + row.candidate.cells)
    }
    return writer.text
  }

  /// What becomes of the ranking when one weight is nothing, half or twice.
  public var sensitivityCSV: String {
    var writer = CSVWriter(header: [
      "criterion", "factor", "rank_of_first", "top_ten_kept", "rank_correlation",
    ])
    for change in scores.sensitivity {
      writer.append([
        .text(change.criterion), .decimal(change.factor, 1), .integer(change.rankOfFirst),
        .integer(change.topTenKept), .decimal(change.rankCorrelation, 4),
      ])
    }
    return writer.text
  }
}

extension SiteRanking {
  /// The numbers of a column; `nil` where there is no such column.
  func values(of column: String) -> [Double?]? {
    guard let position = Self.header.firstIndex(of: column) else { return nil }
    return rows.map { row in
      switch row.cells[position] {
      case .decimal(let value, _): value
      case .integer(let value): value.map(Double.init)
      case .text: nil
      }
    }
  }
}
