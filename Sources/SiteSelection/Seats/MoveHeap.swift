/// Who leaves a site at the least loss: a heap by loss, of equal ones the first row. Rows that have
/// left in the meantime are dropped when they come up.
struct MoveHeap {
  struct Move {
    var loss: Double
    var row: Int32

    static func < (a: Move, b: Move) -> Bool {
      a.loss < b.loss || a.loss == b.loss && a.row < b.row
    }
  }

  private var moves: [Move] = []

  var first: Move? { moves.first }

  init(_ moves: [Move] = []) {
    self.moves = moves
    for index in stride(from: moves.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  mutating func insert(_ move: Move) {
    moves.append(move)
    var index = moves.count - 1
    while index > 0, moves[index] < moves[(index - 1) / 2] {
      moves.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func removeFirst() {
    moves.swapAt(0, moves.count - 1)
    moves.removeLast()
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in (2 * index + 1)...(2 * index + 2)
      where child < moves.count && moves[child] < moves[least] { least = child }
      guard least != index else { return }
      moves.swapAt(index, least)
      index = least
    }
  }
}
