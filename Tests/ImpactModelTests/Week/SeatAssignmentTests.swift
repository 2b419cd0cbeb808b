import ImpactModel
import TestSupport
import Testing

@Suite struct SeatAssignmentTests {
  private func first(_ people: Double, _ sites: Int...) -> SeatAssignment.Wish {
    .init(people: people, sites: sites.map { ($0, 1) }, takesFirst: true)
  }

  /// People of each wish by space.
  private func seated(_ wishes: [SeatAssignment.Wish], _ seats: SeatAssignment) -> [[Int: Double]] {
    wishes.indices.map { wish in
      let all = zip(wishes[wish].sites.map(\.site), seats.seated(wish))
      return Dictionary(uniqueKeysWithValues: all).filter { $0.value > 0 }
    }
  }

  @Test func withoutALimitEveryoneSitsInTheFirst() {
    let wishes = [first(10, 1, 0), first(5, 0)]
    let seats = SeatAssignment(wishes, seats: [nil, nil])
    #expect(seated(wishes, seats) == [[1: 10], [0: 5]])
    #expect(seats.unseated == [0, 0])
    #expect(seats.used == [5, 10])
  }

  @Test func aFullSpaceGivesAllTheSameShareAndTheRestGoesToTheNext() {
    // 30 + 10 ask for the 20 seats of space 0: half of each sits, 15 and 5. The other 15 go to space 1;
    // the other 5 would take nothing else.
    let wishes = [first(30, 0, 1), first(10, 0)]
    let seats = SeatAssignment(wishes, seats: [20, 100])
    #expect(seated(wishes, seats) == [[0: 15, 1: 15], [0: 5]])
    #expect(seats.unseated == [0, 5])
    #expect(seats.used == [20, 15])
  }

  @Test func whoComesFromAFullSpaceFindsWhatTheFirstChoosersLeft() {
    // Space 0: 40 for 10 seats; 30 go on to space 1, where 12 of 20 seats are taken: 8 of 30 sit there,
    // 22 have none.
    let seats = SeatAssignment([first(40, 0, 1), first(12, 1)], seats: [10, 20])
    #expect(isClose(seats.seated(0).last ?? 0, 8))
    #expect(isClose(seats.unseated[0], 22))
    #expect(seats.seated(1) == [12])
  }

  @Test func aClosedSpaceTakesNobody() {
    let seats = SeatAssignment([first(4, 0, 1)], seats: [0, nil])
    #expect(seats.seated(0) == [0, 4])
  }

  @Test func aLogitIsSpreadOverTheSpacesThatStillHaveSeats() {
    // 100 by 3 : 1 ask for 75 and 25; space 0 has 30 seats. The other 45 all go to space 1.
    let wish = SeatAssignment.Wish(people: 100, sites: [(0, 3), (1, 1)], takesFirst: false)
    let seats = SeatAssignment([wish], seats: [30, nil])
    #expect(isClose(seats.seated(0).first ?? 0, 30))
    #expect(isClose(seats.seated(0).last ?? 0, 70))
    #expect(seats.unseated == [0])
  }

  @Test func sharesThatVanishLeaveTheBestThatIsOpen() {
    let wish = SeatAssignment.Wish(people: 10, sites: [(0, 1), (1, 0), (2, 0)], takesFirst: false)
    let seats = SeatAssignment([wish], seats: [4, nil, nil])
    #expect(seats.seated(0) == [4, 6, 0])
    #expect(seats.unseated == [0])
  }

  @Test func nobodyIsLostAndNoSpaceHoldsMoreThanItsSeats() {
    var chance = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &chance)
      let seats = (0..<count).map { _ -> Double? in
        Bool.random(using: &chance) ? nil : Double(Int.random(in: 0...30, using: &chance))
      }
      let wishes = (0..<Int.random(in: 1...8, using: &chance)).map { _ in
        SeatAssignment.Wish(
          people: .random(in: 0...40, using: &chance),
          sites: (0..<count).shuffled(using: &chance).prefix(.random(in: 0...count, using: &chance))
            .map { ($0, Double.random(in: 0.01...1, using: &chance)) },
          takesFirst: Bool.random(using: &chance))
      }
      let result = SeatAssignment(wishes, seats: seats)
      for (index, wish) in wishes.enumerated() {
        #expect(isClose(result.seated(index).reduce(0, +) + result.unseated[index], wish.people))
        // Whoever has no seat would take none that is free.
        if result.unseated[index] > 1e-9 {
          for (site, _) in wish.sites {
            #expect(seats[site].map { result.used[site] >= $0 - 1e-9 } == true)
          }
        }
      }
      let seated = seated(wishes, result)
      for site in seats.indices {
        #expect(isClose(result.used[site], seated.reduce(0) { $0 + ($1[site] ?? 0) }))
        if let limit = seats[site] { #expect(result.used[site] <= limit + 1e-9) }
      }
    }
  }
}
