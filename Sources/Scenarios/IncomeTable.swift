import Findings
import TabularText

/// Mean taxable income by municipality: Statbel's `nis,declarations,net_taxable_income_eur`.
enum IncomeTable {
  /// Euro a declaration by NIS code.
  static func read(_ table: Table) throws(Failure) -> [String: Double] {
    var findings: [Finding] = []
    let nis = table.column("nis", &findings)
    let declarations = table.column("declarations", &findings)
    let income = table.column("net_taxable_income_eur", &findings)
    guard let nis, let declarations, let income else { throw .unusableData(findings) }
    var incomes: [String: Double] = [:]
    var codes = IdentifierColumn(table, nis)
    for row in table.rows {
      let code = codes.id(row, &findings)
      let count = table.number(row, declarations, in: 1...1e9, &findings)
      let total = table.number(row, income, in: 0...1e15, &findings)
      if let count, let total { incomes[code] = total / count }
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return incomes
  }
}
