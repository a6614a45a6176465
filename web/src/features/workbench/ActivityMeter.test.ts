import { expect, test } from 'vitest'
import { ActivityMeter } from './ActivityMeter'

const seconds = (n: number) => n * 1_000

test('time counts until a minute after the last sign of life', () => {
  const meter = new ActivityMeter(0, 0)
  for (let now = 1; now <= 300; now++) meter.tick(seconds(now))
  expect(meter.seconds).toBe(60)
  expect(meter.isIdle(seconds(300))).toBe(true)
})

test('it goes on with the next sign, without the pause', () => {
  const meter = new ActivityMeter(10, 0)
  meter.sign(seconds(200))
  meter.tick(seconds(230))
  expect(meter.seconds).toBe(10 + 60 + 30)
})

test('a hidden page counts nothing', () => {
  const meter = new ActivityMeter(0, 0)
  meter.tick(seconds(20), false)
  meter.tick(seconds(30), true)
  expect(meter.seconds).toBe(10)
})
