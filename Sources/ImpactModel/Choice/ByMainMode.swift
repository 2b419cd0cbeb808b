/// One value for each main mode of a survey.
public struct ByMainMode<Value> {
  public var train: Value
  public var urban: Value
  public var car: Value
  public var active: Value

  public init(train: Value, urban: Value, car: Value, active: Value) {
    self.train = train
    self.urban = urban
    self.car = car
    self.active = active
  }

  public init(repeating value: Value) {
    self.init(train: value, urban: value, car: value, active: value)
  }

  public subscript(mode: MainMode) -> Value {
    get {
      switch mode {
      case .train: train
      case .urban: urban
      case .car: car
      case .active: active
      }
    }
    set {
      switch mode {
      case .train: train = newValue
      case .urban: urban = newValue
      case .car: car = newValue
      case .active: active = newValue
      }
    }
  }

  public func map<Other>(_ transform: (Value) -> Other) -> ByMainMode<Other> {
    ByMainMode<Other>(
      train: transform(train), urban: transform(urban), car: transform(car),
      active: transform(active))
  }
}

extension ByMainMode: Sendable where Value: Sendable {}
extension ByMainMode: Equatable where Value: Equatable {}
