"""Loads exported files with Hugging Face datasets and checks the columns that TRL's trainers expect.

Usage: load_exports.py FOLDER   (with trl-sft.jsonl, trl-dpo.jsonl, trl-kto.jsonl, trl-reward.jsonl, openai-dpo.jsonl,
csv.csv, jsonl.jsonl and parquet.parquet; files that are missing are not looked at)
"""

import os
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp(prefix="touchstone-datasets-")

from datasets import load_dataset  # noqa: E402

# What TRL calls the standard format: https://huggingface.co/docs/trl/dataset_formats
TEXT = {
    "trl-sft": ["prompt", "completion"],
    "trl-dpo": ["prompt", "chosen", "rejected"],
    "trl-kto": ["prompt", "completion"],
    "trl-reward": ["prompt", "chosen", "rejected"],
}


def load(folder, name, ending, kind):
    path = os.path.join(folder, f"{name}.{ending}")
    if not os.path.exists(path):
        return None
    rows = load_dataset(kind, data_files=path, split="train")
    print(f"{name}: {rows.num_rows} rows, columns {', '.join(rows.column_names)}")
    return rows


def need(condition, sentence):
    if not condition:
        sys.exit(f"load_exports: {sentence}")


def main(folder):
    for name, columns in TEXT.items():
        rows = load(folder, name, "jsonl", "json")
        if rows is None:
            continue
        need(rows.num_rows > 0, f"{name} is empty")
        for column in columns:
            need(column in rows.column_names, f"{name} lacks the column {column}")
            need(rows.features[column].dtype == "string", f"{name}.{column} is no text")
            need(all(rows[column]), f"{name}.{column} has an empty row")
        if name == "trl-kto":
            need(rows.features["label"].dtype == "bool", "trl-kto.label is no truth value")
        if name == "trl-reward":
            need(rows.features["margin"].dtype.startswith("float"), "trl-reward.margin is no number")
        if name in ("trl-dpo", "trl-reward"):
            need(all(a != b for a, b in zip(rows["chosen"], rows["rejected"])), f"{name} prefers a text to itself")
    openai = load(folder, "openai-dpo", "jsonl", "json")
    if openai is not None:
        need(set(openai.column_names) == {"input", "preferred_output", "non_preferred_output"}, "openai-dpo has other columns")
        need(openai[0]["input"]["messages"][-1]["role"] == "user", "openai-dpo does not end with the user's turn")
        need(openai[0]["preferred_output"][0]["role"] == "assistant", "openai-dpo prefers something else than an answer")
    tables = [load(folder, "csv", "csv", "csv"), load(folder, "parquet", "parquet", "parquet")]
    sizes = {rows.num_rows for rows in tables if rows is not None}
    need(len(sizes) <= 1, "csv and parquet hold different numbers of rows")
    load(folder, "jsonl", "jsonl", "json")
    print("all as expected")


if __name__ == "__main__":
    main(sys.argv[1])
