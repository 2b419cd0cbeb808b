import Geography
import Testing

@testable import Scenarios

@Suite struct SampleTests {
  private func demand(_ people: [Double]) -> Demand {
    Demand(
      summary: "all",
      origins: people.enumerated().map { index, people in
        .init(
          id: "h\(index)", name: "", municipality: "", municipalityName: "",
          coordinate: Coordinate(latitude: 50, longitude: 4), people: people, officeID: nil)
      })
  }

  @Test func everyoneOfASampleStandsForAsMany() {
    // 100 people, 10 of them taken: each stands for ten. 55 are taken five or six times, 45 four or
    // five times.
    for seed in 1...50 {
      let sample = demand([55, 45]).sampled(10, seed: UInt64(seed))
      let counts = sample.origins.map { $0.people / 10 }
      #expect([[5, 5], [6, 4]].contains(counts))
    }
    #expect(demand([55, 45]).sampled(10, seed: 3).summary == "all; of them a sample of 10, seed 3")
  }

  @Test func theNumberOfPeopleStaysAndTheChanceIsTheirs() {
    var taken = 0.0
    for seed in 0..<400 {
      let sample = demand([1, 7, 0, 92]).sampled(5, seed: UInt64(seed))
      #expect(abs(sample.people - 100) < 1e-9)
      #expect(!sample.origins.contains { $0.id == "h2" })
      if sample.origins.contains(where: { $0.id == "h0" }) { taken += 1 }
    }
    // One in a hundred with five draws: 5 % of the samples, 20 of 400; three standard deviations are 13.
    #expect((7...33).contains(taken))
  }

  @Test func theSameSeedGivesTheSameSample() {
    let all = demand((0..<200).map { Double($0 % 7) })
    #expect(all.sampled(30, seed: 5).origins == all.sampled(30, seed: 5).origins)
    #expect(all.sampled(30, seed: 5).origins != all.sampled(30, seed: 6).origins)
  }
}
