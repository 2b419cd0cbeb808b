import Testing

@testable import StreetRouting

/// Turn restrictions and barriers, with their arithmetic. By car: 10 m/s.
struct TurnExampleTests {
  @Test("where one may not turn left, one turns round at the next end")
  func noLeftTurn() throws {
    //     C
    //     |
    // A---B---D
    let lines = ["A-B 100", "B-C 100", "B-D 100"]
    let free = try Sketch(lines)
    #expect(free.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 10)
    let banned = try Sketch(lines, forbidden: ["AB BC"])
    // AB 50, BD 100, DB 100, BC 50: 300 m.
    #expect(banned.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 30)
    // The other way it is no left turn.
    #expect(banned.seconds(.car, from: ("CB", 50), to: ("BA", 50)) == 10)
  }

  @Test("a restriction over a street between binds only who came from its beginning")
  func viaWay() throws {
    // A---B---C---D, and E beyond C.
    let sketch = try Sketch(
      ["A-B 100", "B-C 100", "C-D 100", "C-E 80"], forbidden: ["AB BC CD"])
    // AB 50, BC 100, CE 80, EC 80, CD 50: 360 m. Back and forth on BC would be 400 m.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CD", 50)) == 36)
    #expect(sketch.seconds(.car, from: ("BC", 50), to: ("CD", 50)) == 10)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CE", 40)) == 19)
  }

  @Test("only straight on: all others are forbidden paths, turning round among them")
  func onlyStraight() throws {
    let sketch = try Sketch(
      ["A-B 100", "B-C 100", "B-D 100", "B-E 100"], forbidden: ["AB BD", "AB BE", "AB BA"])
    // AB 50, BC 100, CB 100, BD 50: 300 m.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BD", 50)) == 30)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 10)
    // Back to where one came from: AB 50, BC 100, CB 100, BA 60; backwards on AB it is 10 m.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BA", 60)) == 1)
  }

  @Test("who begins in the middle of a forbidden path goes on where others may not")
  func beginsWithin() throws {
    // One-way: P Q R S, on from S to T, U and V, each back to P; R also by W.
    let sketch = try Sketch(
      [
        "P>Q 100", "Q>R 100", "R>S 100", "S>T 100", "S>U 100", "S>V 100", "T>P 100", "U>P 100",
        "V>P 100", "P>W 100", "W>R 100",
      ], forbidden: ["PQ QR RS ST", "QR RS SU"])
    // QR 50, RS 100, ST 50: 200 m. Nobody who comes to QR from elsewhere may do so.
    #expect(sketch.seconds(.car, from: ("QR", 50), to: ("ST", 50)) == 20)
    // PQ 50, QR, RS, SV, VP, PW, WR, RS 700, ST 50: 800 m.
    #expect(sketch.seconds(.car, from: ("PQ", 50), to: ("ST", 50)) == 80)
  }

  @Test("one can end on a street although coming that way there is no way on")
  func endsWithoutWayOn() throws {
    let sketch = try Sketch(
      [
        "A>B 100", "B>F 100", "F>G 100", "G>A 100", "B>C 100", "C>D 100", "D>A 100", "D>E 100",
        "E>B 100",
      ], forbidden: ["AB BC CD"])
    // AB 50, BC 50: 100 m.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 10)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CD", 50)) == nil)
  }

  @Test("a barrier can be reached from both sides and not passed, by those whom it bars")
  func barrier() throws {
    // A---B---C, and round about A to C.
    let sketch = try Sketch(["A-B 100", "B-C 100", "A-C 300"], barriers: ["B": .car])
    // BA 50, AC 300, CB 50: 400 m.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 40)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("AB", 100)) == 5)
    // To the other side of it: BA 50, AC 300, CB 100.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BC", 0)) == 45)
    // One turns round there: AB 50, BA 100, AC 150; backwards it is BA 50, AC 150.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("AC", 150)) == 20)
    // On foot 1 m/s.
    #expect(sketch.seconds(.walk, from: ("AB", 50), to: ("BC", 50)) == 100)
  }

  @Test("a barrier on a one-way street lets nobody through and ends the network there")
  func barrierOnOneWay() throws {
    let sketch = try Sketch(["A-B 100", "B>C 100", "C>A 100"], barriers: ["B": .car])
    #expect(sketch.isConnected("AB", .car))
    #expect(!sketch.isConnected("BC", .car) && !sketch.isConnected("CA", .car))
    #expect(sketch.isConnected("BC", .foot))
  }

  @Test("a barrier counts before a forbidden path through it, which binds nobody beyond it")
  func forbiddenPathAtBarrier() throws {
    // A---B---C---D with a barrier at B, and round about A to C; E beyond A.
    let lines = ["A-B 100", "B-C 100", "C-D 100", "A-C 300", "A-E 100"]
    let sketch = try Sketch(lines, barriers: ["B": .car], forbidden: ["AB BC CD", "EA AB BA"])
    // AB 50 back to A, AC 300, CD 50.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CD", 50)) == 40)
    // Who begins beyond the barrier goes on: BC 50, CD 50.
    #expect(sketch.seconds(.car, from: ("BC", 50), to: ("CD", 50)) == 10)
    // Who comes from E may not turn round at the barrier, nor go on there; one can end on AB.
    #expect(sketch.seconds(.car, from: ("EA", 50), to: ("AB", 100)) == 15)
    #expect(sketch.seconds(.car, from: ("CA", 250), to: ("AB", 100)) == 15)
    // On foot there is no barrier, and the path over it is forbidden: AB 50, BA 100, AC 300, CD 50.
    #expect(sketch.seconds(.walk, from: ("AB", 50), to: ("CD", 50)) == 400)
  }

  @Test("a barrier at a node of many streets has one state and one arc for each")
  func hub() throws {
    let letters = (0..<UInt32(6000)).compactMap { Unicode.Scalar(0x4E00 + $0).map(Character.init) }
    let sketch = try Sketch(letters.map { "A-\($0) 100" }, barriers: ["A": .car])
    let states = StateGraph(sketch.streets, .car)
    // 6,000 at the barrier and one at each other end; each street in both directions.
    #expect(states.nodes.count == 12_000 && states.heads.count == 12_000)
    #expect(StateGraph(sketch.streets, .foot).nodes.count == 6001)
  }

  @Test("a roundabout loop from a node to itself can be driven; parallel streets are told apart")
  func loopsAndParallels() throws {
    // A loop at B, and where BC may not follow AB, the loop lies between.
    let loop = try Sketch(["A-B 100", "B>B 30", "B-C 100"], forbidden: ["AB BC"])
    // AB 50, BB 30, BC 50: 130 m.
    #expect(loop.seconds(.car, from: ("AB", 50), to: ("BC", 50)) == 13)
    // On the loop from 20 m to 10 m: round it, 20 m.
    #expect(loop.seconds(.car, from: ("BB", 20), to: ("BB", 10)) == 2)
    // Of two streets from B to C the longer one may follow AB.
    let parallel = try Sketch(
      ["A-B 100", "B-C 100", "C-B 140", "C-D 100"], forbidden: ["AB BC"])
    // AB 50, the other one 140, CD 50: 240 m.
    #expect(parallel.seconds(.car, from: ("AB", 50), to: ("CD", 50)) == 24)
  }
}
