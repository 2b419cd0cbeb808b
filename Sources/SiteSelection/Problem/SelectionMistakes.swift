/// Something in a problem that cannot be; rows and sites are counted from 0.
public enum SelectionMistake: Error, Equatable, Sendable, CustomStringConvertible {
  case amount(row: Int, Double)
  case seats(site: Int, Double)
  case cost(site: Int, Double)
  case benefit(site: Int, row: Int, Float)
  case unknownRow(site: Int)
  case doubledRow(site: Int, row: Int)
  case siteCount(sites: Int, inTable: Int)
  case newSites(Int)
  case budget(Double)

  public var description: String {
    switch self {
    case .amount(let row, let value): "row \(row): \(value) person-days, not a number above 0"
    case .seats(let site, let value): "site \(site): \(value) seats, not a number from 0"
    case .cost(let site, let value): "site \(site): cost \(value), not a number from 0"
    case .benefit(let site, let row, let value):
      "site \(site), row \(row): benefit \(value), not a number above 0"
    case .unknownRow(let site): "site \(site): a row that does not exist"
    case .doubledRow(let site, let row): "site \(site): row \(row) comes twice"
    case .siteCount(let sites, let inTable):
      "\(sites) sites, but benefits of \(inTable)"
    case .newSites(let count): "\(count) new sites, less than 0"
    case .budget(let value): "budget \(value), not a number from 0"
    }
  }
}

/// All mistakes of a problem at once.
public struct SelectionMistakes: Error, Equatable, Sendable, CustomStringConvertible {
  /// The first of them, in the order of the input.
  public private(set) var list: [SelectionMistake] = []
  public private(set) var count = 0

  /// So many are listed, the others only counted.
  public static let listLimit = 100

  public var description: String {
    let more = count > list.count ? ["and \(count - list.count) more"] : []
    return (list.map(\.description) + more).joined(separator: "\n")
  }

  mutating func add(_ mistake: SelectionMistake) {
    count += 1
    if list.count < Self.listLimit { list.append(mistake) }
  }
}
