import Testing

@testable import SiteSelection

@Suite struct AssignmentTests {
  @Test func theAssignmentEqualsOnePersonAfterTheOther() throws {
    for kind in [CaseKind.seats, .closable, .plain] {
      for seed in 0..<60 {
        let text = ProblemText(kind, seed: seed)
        let open = Array(text.sites.indices)
        let assignment = try text.problem().assign(to: open)
        #expect(
          isClose(assignment.value, NaiveReference.value(text, open: open)), "\(kind) \(seed)")
      }
    }
  }

  /// Prices that are worth as much as the assignment prove it (strong duality), crowded or not.
  @Test(arguments: [0.3, 0.8, 1.2])
  func pricesProveTheAssignment(seatsPerPersonDay: Double) throws {
    var draws = Draws(state: 5)
    for _ in 0..<10 {
      var text = ProblemText(.plain, seed: 0)
      text.amounts = (0..<120).map { _ in Double.random(in: 0.1...9, using: &draws) }
      text.benefits = (0..<8).map { _ in
        (0..<120).map { _ in max(0, Float.random(in: -5...10, using: &draws)) }
      }
      let seats = text.amounts.reduce(0, +) * seatsPerPersonDay / 8
      text.sites = (0..<8).map { _ in
        CandidateSite(seats: seats * Double.random(in: 0...2, using: &draws))
      }
      let assignment = try text.problem().assign(to: Array(0..<8))
      var dual = 0.0
      for (row, price) in assignment.rowPrices.enumerated() {
        dual += text.amounts[row] * price
        for site in 0..<8 {
          #expect(
            price + assignment.seatPrices[site] >= Double(text.benefits[site][row]) - 1e-9)
        }
      }
      for site in 0..<8 { dual += (text.sites[site].seats ?? 0) * assignment.seatPrices[site] }
      #expect(isClose(dual, assignment.value))
      #expect(assignment.seatPrices.allSatisfy { $0 >= 0 })
    }
  }

  @Test func aWorkedExampleWithSeats() throws {
    // Rows: 4 person-days that gain 10 at A and 9 at B; 3 that gain 8 at A and 2 at B.
    // A has 4 seats, B room for all. All at their best: 7 want A. Who leaves loses 1 (first row) or 6:
    // 3 of the first row go to B: 1 × 10 + 3 × 9 + 3 × 8 = 61. A seat more at A brings 10 − 9 = 1.
    var text = ProblemText(.plain, seed: 0)
    text.amounts = [4, 3]
    text.sites = [CandidateSite(seats: 4), CandidateSite()]
    text.benefits = [[10, 8], [9, 2]]
    let assignment = try text.problem().assign(to: [0, 1])
    #expect(assignment.value == 61)
    #expect(assignment.seatPrices == [1, 0])
    // 10 − 1 = 9; 8 − 1 = 7. Dual: 4 × 9 + 3 × 7 + 4 × 1 = 61.
    #expect(assignment.rowPrices == [9, 7])
    #expect(
      assignment.shares == [
        .init(row: 0, position: 0, amount: 1), .init(row: 0, position: 1, amount: 3),
        .init(row: 1, position: 0, amount: 3),
      ])
  }

  @Test func peoplePushOneAnotherOnToTheFreeSeat() throws {
    // One seat each. The first two rows want A (9): the second can go to B for a loss of 5, where it
    // drives the third on to C for a loss of 1; the first can go to C for a loss of 8.
    var text = ProblemText(.plain, seed: 0)
    text.amounts = [1, 1, 1]
    text.sites = [CandidateSite(seats: 1), CandidateSite(seats: 1), CandidateSite(seats: 1)]
    text.benefits = [[9, 9, 0], [0, 4, 6], [1, 0, 5]]
    // 9 + 4 + 5 = 18 against 1 + 9 + 6 = 16.
    #expect(try text.problem().assign(to: [0, 1, 2]).value == 18)
  }

  @Test func aSiteWithoutSeatsTakesNobodyAndItsFirstSeatHasAPrice() throws {
    var text = ProblemText(.plain, seed: 0)
    text.amounts = [2]
    text.sites = [CandidateSite(seats: 0), CandidateSite(seats: 1)]
    text.benefits = [[7], [3]]
    // One of the two sits at the second site; the other stays and would gain 7 at the first.
    let assignment = try text.problem().assign(to: [0, 1])
    #expect(assignment.value == 3)
    #expect(assignment.seatPrices == [7, 3])
  }
}
